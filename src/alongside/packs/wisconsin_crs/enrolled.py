"""The enrollment a participant's rules speak of, and the day they are judged on."""

import ibis
from ibis import _

from alongside.facts.tables import discharge, enrollment
from alongside.law import its, tally

# The last enrollment begun by the day asked; without one, the first ahead. The first discharge after it ends it.
enrolled = (
    tally(
        enrollment,
        "participant_id",
        enrollments=_.count(),
        begun_on=_.enrolled_on.max(where=_.enrolled_on <= its.asked_on),
        begins_on=_.enrolled_on.min(where=_.enrolled_on > its.asked_on),
    ),
    {"enrolled_on": ibis.coalesce(_.begun_on, _.begins_on), "has_enrollment": _.enrollments > 0},
    tally(discharge, "participant_id", _.discharged_on >= its.enrolled_on, discharged_on=_.discharged_on.min()),
    {
        # Without an enrollment the question is whether the person could be enrolled that day.
        "entered_on": ibis.ifelse(_.has_enrollment, _.enrolled_on, _.asked_on),
        "judged_on": ibis.cases(
            (_.discharged_on < _.asked_on, _.discharged_on),
            (_.enrolled_on > _.asked_on, _.enrolled_on),
            else_=_.asked_on,
        ),
    },
)

on_that_day = (_.starts_on.isnull() | (_.starts_on <= its.judged_on)) & (
    _.ends_on.isnull() | (_.ends_on >= its.judged_on)
)
