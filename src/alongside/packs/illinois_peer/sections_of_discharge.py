"""The sections of discharge papers. Discharge is a clinical process; a peer supports the person through it."""

from __future__ import annotations

from alongside.facts.writing import discharge_section

from .sources_of_writing import may_in_discharge, not_in_discharge
from .writing_limits import Section

NAMES = discharge_section.columns["section"].words
CLINICIAN = "QMHP or LPHA"
LABELED = "Complete peer-specific sections of a discharge plan if clearly labeled"
_CLINICAL = "Complete sections requiring diagnosis, medical necessity, or risk assessment"
_OUTCOMES = "Sign off on discharge summaries or treatment outcomes"


def _peers(id: str, asks: str, why: str, quote: str) -> Section:
    return Section("discharge", id, NAMES[id], asks, why, may_in_discharge(quote), "IL-DC-LABEL", is_peers_own=True)


def _closed(id: str, asks: str, why: str, quote: str, rule: str) -> Section:
    return Section("discharge", id, NAMES[id], asks, why, not_in_discharge(quote), rule, CLINICIAN, is_clinical=True)


DISCHARGE = (
    _peers("understanding", "What was explained, what the person asked, and what is still unclear to them.",
        "A peer may help the person understand how discharge goes.", "Support the individual in understanding the discharge process"),
    _peers("goals_in_own_words", "What the person wants next, as they say it.",
        "A peer may help the person say their goals in their own words.", "Help the individual express their own recovery goals in their own words"),
    _peers("post_discharge_goals", "What the person wants to do after discharge, and who they will have around them.",
        "A peer may help to find goals and supports for the time after.", "Help the person identify post-discharge goals and supports"),
    _peers("transition_supports", "What was done to prepare the change: visits, calls, introductions.",
        "A peer may document the support they gave.", "Document peer services provided (e.g., transition planning support)"),
    _peers("resources", "Housing, peer groups, benefits and community supports, each with who to ask.",
        "A peer may help to find resources.", "Assist with resource navigation (housing, peer support groups, benefits, community supports)"),
    _peers("peer_services", "The peer services given, with their days.",
        "A peer may document the support they gave.", "Document peer services provided (e.g., transition planning support)"),
    _peers("own_words", "What the person wants to be on record, word for word.",
        "A peer may complete sections of their own, clearly labeled.", LABELED),
    Section("discharge", "team_input", NAMES["team_input"], "What was said in the team’s meeting, and by whom.",
        "A peer takes part in the team, without authority; the team’s clinician reviews what is written.",
        may_in_discharge("Participate as part of a team-based discharge process, without authority"), "IL-DC-5",
        is_reviewed=True, is_peers_own=True),
    _closed("risk_assessment", "How great the risk is after discharge.",
        "A risk assessment is clinical.", _CLINICAL, "IL-DC-4"),
    _closed("diagnosis", "Diagnoses at discharge.", "A diagnosis is clinical.", _CLINICAL, "IL-DC-4"),
    _closed("medical_necessity", "Whether services are still medically necessary.",
        "Medical necessity is clinical.", _CLINICAL, "IL-DC-4"),
    _closed("readiness", "Whether the person is ready for discharge.",
        "Whether somebody is ready for discharge is a clinical judgment.",
        "Make or document clinical judgments about readiness for discharge", "IL-DC-1"),
    _closed("goals_met", "Which goals of the treatment plan were met.",
        "Whether a treatment goal was met is not a peer’s to determine.", "Determine whether treatment goals were “met”", "IL-DC-2"),
    _closed("treatment_outcome", "What treatment came to.",
        "A peer does not sign off on treatment outcomes.", _OUTCOMES, "IL-DC-3"),
    _closed("discharge_decision", "The decision, and who made it.",
        "The decision is the clinician’s; a peer takes part in the team without authority.",
        "Act as the final authority in the discharge decision", "IL-DC-5"),
    _closed("final_sign_off", "The signature that finishes the discharge summary.",
        "A peer never signs off a discharge.", _OUTCOMES, "IL-DC-3"),
)  # fmt: skip
