"""The enrollment a participant's rules speak of, and the day they are judged on."""

import ibis
from ibis import _

from alongside.facts.tables import discharge, enrollment
from alongside.law import its, latest

enrolled = (
    latest(
        enrollment, "participant_id", _.enrolled_on,
        enrolled_on=_.enrolled_on, has_enrollment=ibis.literal(True),
    ),
    latest(
        discharge, "participant_id", _.discharged_on,
        when=_.discharged_on >= its.enrolled_on, discharged_on=_.discharged_on,
    ),
    {
        # Without an enrollment the question is whether the person could be enrolled that day.
        "entered_on": ibis.ifelse(_.has_enrollment, _.enrolled_on, _.asked_on),
        "judged_on": ibis.cases(
            (_.discharged_on < _.asked_on, _.discharged_on), (_.enrolled_on > _.asked_on, _.enrolled_on), else_=_.asked_on
        ),
    },
)  # fmt: skip

on_that_day = (_.starts_on.isnull() | (_.starts_on <= its.judged_on)) & (
    _.ends_on.isnull() | (_.ends_on >= its.judged_on)
)
