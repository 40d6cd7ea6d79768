"""By which code and unit a service is billed: whatever the program loaded from a fee schedule, and else a person."""

from datetime import date

import ibis
from ibis import _

from alongside.facts.tables import service, service_code
from alongside.law import Rule, its, must, tally

from .questions import question
from .sources import qa

BILLER = "biller"
_schedule = qa(8, "Community Mental Health Services Fee Schedule")
_in_force = (_.starts_on <= its.served_on) & (_.ends_on.isnull() | (_.ends_on >= its.served_on))

coded = Rule(
    id="IL-CODE",
    name="By which code and unit is this service billed?",
    about=service,
    cite=_schedule,
    since=date(2018, 8, 1),
    dated_by=_.served_on,
    missing=("Record the day of the service, its kind and what is to pay for it.", BILLER),
    unsettled=(question(6),),
    facts=(
        tally(
            service_code,
            "kind",
            _in_force,
            lines=_.count(),
            codes=_.code.max(),
            units=_.unit.max(),
            unit_minutes=_.unit_minutes.min(),
            group_size=_.group_size.max(),
        ),
        # Nothing found is counted as zero: a unit of no minutes is no unit of time.
        {"unit_minutes": _.unit_minutes.nullif(0), "group_size": _.group_size.nullif(0)},
        {"minutes": (_.stopped_at.epoch_seconds() - _.started_at.epoch_seconds()) // 60},
    ),
    applies=_.funding.isin(["mental_health_medicaid", "substance_use_medicaid"]),
    criteria=(
        must(
            "IL-CODE",
            "have a line in a fee schedule the program loaded ({codes}, unit {units})",
            _.lines > 0,
            _schedule,
            decide=_.lines == 0,
            question=question(6),
            fix="Load the fee schedule with where and when it was read, or decide what is billed.",
            who=BILLER,
        ),
        must(
            "IL-CODE.units",
            "come to whole units of the schedule ({minutes} minutes; a unit has {unit_minutes})",
            (_.minutes > 0) & (_.minutes % _.unit_minutes == 0),
            _schedule,
            unless=(_.lines > 0) & _.unit_minutes.isnull(),
            decide=(_.lines == 0) | ((_.minutes > 0) & (_.minutes % _.unit_minutes != 0)),
            question=question(6),
            fix="No source read here says how minutes are rounded. Ask HFS, or record when the service began and ended.",
            who=BILLER,
        ),
        must(
            "IL-CODE.group",
            "have no more people than the schedule allows ({attendee_count}; at most {group_size})",
            ibis.ifelse(_.attendee_count.isnull(), ibis.null("boolean"), _.attendee_count <= _.group_size),
            _schedule,
            unless=_.group_size.isnull() | (_.lines == 0) | (_.modality == "individual").fill_null(False),
            fix="Record how many took part. Those above the number are not billed.",
            who=BILLER,
        ),
    ),
)

RULES = (coded,)
