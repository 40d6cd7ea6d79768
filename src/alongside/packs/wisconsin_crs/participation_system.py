"""What the state's Program Participation System would list: J3 of the worked cases, as PPS-1."""

from datetime import date

from ibis import _

from alongside.facts.tables import participant, service
from alongside.law import Rule, after, its, should, tally

from .enrolled import enrolled
from .questions import question
from .sources import PARTICIPATION_SYSTEM

GAP_DAYS = 180

recent = Rule(
    id="PPS-1",
    name="Open episode without recent service",
    about=participant,
    cite=PARTICIPATION_SYSTEM.at("Episodes", "180 days"),
    since=date(2020, 1, 1),
    dated_by=_.judged_on,
    unsettled=(question(26),),
    facts=(
        *enrolled,
        tally(
            service,
            "participant_id",
            (_.served_on <= its.asked_on) & (_.served_on >= its.enrolled_on),
            last_served_on=_.served_on.max(),
        ),
        {"served_again_by": after(_.last_served_on, days=GAP_DAYS)},
    ),
    needs=("enrollment.enrolled_on", "service.served_on"),
    applies=_.last_served_on.notnull() & (_.discharged_on.isnull() | (_.discharged_on > _.asked_on)),
    changes_on=after(_.served_again_by, days=1),
    criteria=(
        should(
            "PPS-1",
            "have been served within 180 days (last on {last_served_on}; listed after {served_again_by})",
            _.asked_on <= _.served_again_by,
            PARTICIPATION_SYSTEM.at("Episodes", "180 days"),
            fix="Serve the participant again or record the discharge; an episode with no service for 180 days is listed.",
            who="program coordinator",
        ),
    ),
)

RULES = (recent,)
