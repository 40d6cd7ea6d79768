"""The sections of an incident report. What a peer writes in one, a supervisor always reviews."""

from __future__ import annotations

from alongside.facts.writing import report_section

from .sources_of_writing import answered, not_in_reports
from .writing_limits import Section

NAMES = report_section.columns["section"].words
SUPERVISOR = "supervisor"
REVIEWED = answered(
    6,
    "A supervisor should always review incident reports completed by a CRSS and complete any clinical sections that may be included.",
)
OPEN_WHY = "A peer who saw it or was part of it writes here. A supervisor always reviews the report."
_JUDGES = "Make clinical judgments (risk level, intent, diagnosis)"


def _open(id: str, asks: str, *, is_peers_own: bool = False) -> Section:
    return Section(
        "incident_report",
        id,
        NAMES[id],
        asks,
        OPEN_WHY,
        REVIEWED,
        "IL-IR-7",
        is_reviewed=True,
        is_peers_own=is_peers_own,
    )


def _closed(id: str, asks: str, why: str, quote: str, rule: str) -> Section:
    return Section(
        "incident_report", id, NAMES[id], asks, why, not_in_reports(quote), rule, SUPERVISOR, is_clinical=True
    )


REPORT = (
    _open("facts_seen", "What you saw and heard, in the order it happened. When and where."),
    _open("own_words", "What the person said, word for word, in quotation marks."),
    _open("people_present", "Who was there, and who was told by whom."),
    _open("done_at_once", "What was done at once, and by whom."),
    _open("who_was_told", "Who was told, at which time, and how: the supervisor, the hotline, family, the police."),
    _open("peer_services", "The peer support you gave before, during and after.", is_peers_own=True),
    _closed("risk_assessment", "How great the risk is, and to whom.",
        "How great a risk is, is a clinical judgment.", _JUDGES, "IL-IR-1"),
    _closed("intent", "What somebody meant by what they did.",
        "What somebody meant is a clinical judgment. What they said about it may be quoted.", _JUDGES, "IL-IR-1"),
    _closed("diagnosis", "Diagnoses that bear on the incident.",
        "A diagnosis is a clinical judgment.", _JUDGES, "IL-IR-1"),
    _closed("cause", "What caused it, and who was responsible.",
        "A peer says what was seen; who or what caused it is for others to find.", "Determine fault, cause, or responsibility", "IL-IR-2"),
    _closed("recommendation", "What should be done clinically, or about staff.",
        "What is to be done clinically, or about a worker, is not a peer’s to recommend.", "Recommend disciplinary or clinical action", "IL-IR-3"),
    _closed("clinical_assessment", "The clinical assessment this report serves as.",
        "A peer does not complete a report that is used as a clinical assessment.", "Complete reports used as clinical assessments", "IL-IR-4"),
    _closed("compliance", "How the person keeps to treatment, and what they are ready for.",
        "A peer draws no conclusion about compliance or readiness.", "Write conclusions about treatment compliance or readiness", "IL-IR-5"),
    _closed("final_sign_off", "Who finishes the report.",
        "Where clinical authority is asked for, a peer is neither the only nor the last to report.",
        "Act as the sole or final reporter in situations requiring clinical authority", "IL-IR-6"),
)  # fmt: skip
