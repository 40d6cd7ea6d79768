"""Which services stand exposed because whoever gave them was not trained in time (BIL-TRN): a warning, never a refusal.

No source read says that such a service may not be billed; the page asks that the training be there.
"""

from datetime import date
from functools import reduce
from operator import add

import ibis
from ibis import _

from alongside.facts.tables import exemption, service, staff, training
from alongside.law import Rule, after, chosen, its, latest, should, tally

from .questions import question
from .readings import BEFORE_EMPLOYMENT, EXEMPT_HOURS, MONTHS, ONE_EXAMPLE, SINCE, TRAINED_LATE, TWO_UPDATES
from .sources import page
from .training import HOURS, REQUIREMENT, SUPERVISOR, TOPICS

_by_then = (_.held_on <= its.counted_until).fill_null(False)
_employed = _by_then & ((_.held_on >= its.giver_started_on) | its.counts_before)
_perhaps = _employed | (_by_then & its.is_undecided)


def _each(suffix: str) -> ibis.Value:
    """How many of the seven topics are there, counting what `suffix` counts."""
    return reduce(add, (ibis.ifelse(_[f"{topic}_exempt"] | _[f"{topic}_{suffix}"], 1, 0) for topic in TOPICS))


def _whole(hours: ibis.Value, topics: ibis.Value) -> ibis.Value:
    return (hours >= HOURS) & (topics == len(TOPICS))


trained_by_then = Rule(
    id="BIL-TRN",
    name="Was whoever gave this service trained by then?",
    about=service,
    cite=page(REQUIREMENT, "10 hours of orientation training within three months of beginning employment"),
    since=date(2018, 7, 1),
    dated_by=_.served_on,
    missing=("Record the day of the service, who gave it, and that person's first day.", "program coordinator"),
    needs=("service.staff_id", "staff.started_on", "training.held_on", "training.topic", "training.hours"),
    readings=(SINCE, MONTHS, TWO_UPDATES, ONE_EXAMPLE, BEFORE_EMPLOYMENT, EXEMPT_HOURS, TRAINED_LATE),
    unsettled=(question(40),),
    facts=(
        latest(staff, "staff_id", _.started_on, giver_started_on=_.started_on),
        {
            "trained_by": after(_.giver_started_on, months=3),
            "counts_before": chosen(BEFORE_EMPLOYMENT, "count"),
            "is_undecided": chosen(BEFORE_EMPLOYMENT, "a person decides"),
        },
        {"counted_until": ibis.ifelse(chosen(TRAINED_LATE, "always"), _.trained_by, _.served_on)},
        tally(
            training,
            "staff_id",
            trained_hours=_.hours.sum(where=_employed),
            perhaps_hours=_.hours.sum(where=_perhaps),
            undated_hours=_.hours.sum(where=_.held_on.isnull()),
            hourless=(_.hours.isnull() & (_perhaps | _.held_on.isnull())).sum(),
            **{f"{topic}_then": ((_.topic == topic) & _employed).any() for topic in TOPICS},
            **{f"{topic}_perhaps": ((_.topic == topic) & _perhaps).any() for topic in TOPICS},
            **{f"{topic}_at_most": ((_.topic == topic) & (_perhaps | _.held_on.isnull())).any() for topic in TOPICS},
        ),
        tally(
            exemption,
            "staff_id",
            (_.decision == "granted") & (_.decided_on <= its.asked_on),
            exempt_hours=_.hours.sum(),
            **{f"{topic}_exempt": (_.topic == topic).any() for topic in TOPICS},
        ),
        {"counted_exempt": ibis.ifelse(chosen(EXEMPT_HOURS, "count"), _.exempt_hours, 0)},
        {
            "hours": _.trained_hours + _.counted_exempt,
            "hours_perhaps": _.perhaps_hours + _.counted_exempt,
            "hours_at_most": _.perhaps_hours + _.undated_hours + _.counted_exempt,
            "topics": _each("then"),
            "topics_perhaps": _each("perhaps"),
            "topics_at_most": _each("at_most"),
        },
    ),
    # Within the three months nobody is late; who began before the rule is not asked for the training.
    applies=(_.served_on > _.trained_by) & (_.giver_started_on >= date(2018, 7, 1)),
    criteria=(
        should(
            "BIL-TRN.then",
            "be given by somebody trained in time, by {trained_by} ({hours} hours, {topics} of the seven topics then)",
            ibis.cases(
                (_whole(_.hours, _.topics), True),
                (_.trained_by.isnull() | _.served_on.isnull(), ibis.null("boolean")),
                (
                    ((_.hours_at_most >= HOURS) | (_.hourless > 0)) & (_.topics_at_most == len(TOPICS)),
                    ibis.null("boolean"),
                ),
                else_=False,
            ),
            page(REQUIREMENT, "10 hours of orientation training within three months of beginning employment"),
            page(REQUIREMENT, "Orientation training must include"),
            decide=_.is_undecided & ~_whole(_.hours, _.topics) & _whole(_.hours_perhaps, _.topics_perhaps),
            question=question(40),
            fix="Complete and record the training, or ask for an exemption (TRN-3). The service may be billed all the same.",
            who=SUPERVISOR,
        ),
    ),
)

RULES = (trained_by_then,)
