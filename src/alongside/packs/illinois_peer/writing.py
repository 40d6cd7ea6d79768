"""The rules about what a peer writes and shares: incident reports, discharge papers, lived experience."""

from __future__ import annotations

from ibis import _

from alongside.facts.writing import shared_experience
from alongside.law import Rule, should

from . import writing_of_discharge, writing_of_reports
from .readings import SINCE as FROM
from .sources_of_writing import ETHICS, answered
from .writing_readings import PEER_ROLES
from .writing_rules import SINCE, is_peer

RELEVANT = answered(5, "A peer support specialist may share relevant lived experience when appropriate")
HOPE = answered(
    5,
    "It is important that peer specialists only share lived experience that is relevant and that may offer an individual hope",
)
PEER = "whoever shared it"

lived = Rule(
    id="IL-LIVED-1",
    name="Lived experience that is relevant and gives hope",
    about=shared_experience,
    cite=HOPE,
    since=SINCE,
    dated_by=_.shared_on.fill_null(_.asked_on),
    applies=is_peer,
    missing=("Say in which role it was shared.", PEER),
    readings=(FROM, PEER_ROLES),
    needs=("shared_experience.written_as", "shared_experience.is_relevant or shared_experience.is_hope_giving"),
    criteria=(
        should(
            "IL-LIVED-1.relevant",
            "be relevant to what the person is facing (relevant: {is_relevant}; minutes: {minutes})",
            _.is_relevant,
            RELEVANT,
            HOPE,
            fix="Share what answers to the person’s own words, and return to them. Talk with the supervisor about the rest.",
            who=PEER,
        ),
        should(
            "IL-LIVED-1.hope",
            "be such that it may offer the person hope (hope: {is_hope_giving})",
            _.is_hope_giving,
            HOPE,
            ETHICS.at("Sharing one’s story", "safe disclosure kept general and hope-directed"),
            fix="Say what helped, and move to ways of coping.",
            who=PEER,
        ),
    ),
)

RULES = (*writing_of_reports.RULES, *writing_of_discharge.RULES, lived)
