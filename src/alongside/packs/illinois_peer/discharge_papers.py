"""How a peer's part of a discharge paper is marked: IL-DC-6."""

from datetime import date

from ibis import _

from alongside.facts.tables import discharge_summary
from alongside.law import Rule, must

from .quotes import LABELED
from .readings import SINCE

labeled = Rule(
    id="IL-DC-6",
    name="A peer's section of a discharge paper is labeled",
    about=discharge_summary,
    cite=LABELED,
    since=date(2018, 8, 1),
    dated_by=_.asked_on,
    missing=("Record whether a peer completed a section.", "service coordinator"),
    needs=("discharge_summary.has_peer_section",),
    readings=(SINCE,),
    applies=_.has_peer_section & _.is_standing,
    criteria=(
        must(
            "IL-DC-6",
            "have the peer's section clearly labeled",
            _.is_peer_section_labeled,
            LABELED,
            fix="Label the section as the peer's.",
            who="service coordinator",
        ),
    ),
)

RULES = (labeled,)
