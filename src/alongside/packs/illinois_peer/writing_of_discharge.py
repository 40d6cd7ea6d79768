"""What a peer may write in discharge papers: question 6, in its order. Discharge is a clinical process."""

from __future__ import annotations

from ibis import _

from alongside.facts.writing import discharge_section
from alongside.law import Citation, Rule, must

from .judging import Judging
from .judging_discharge import CLINICAL, GOALS, READINESS
from .sections_of_discharge import CLINICIAN, DISCHARGE, LABELED
from .sources_of_writing import may_in_discharge, not_in_discharge
from .writing_readings import READINGS
from .writing_rules import ROLE_UNSAID, SINCE, WRITER, is_peer, limit, written_on

LEAVE = "Leave this section to a QMHP or LPHA. Write beside it, labeled, what the person says in their own words."


def _limit(
    id: str, name: str, cite: Citation, closed: tuple[str, ...], section: str, *judgings: Judging, words: str = ""
) -> Rule:
    return limit(
        id, name, discharge_section, cite,
        closed=closed, section=section, fix=LEAVE, who=CLINICIAN, judgings=judgings, words=words,
    )  # fmt: skip


readiness = _limit(
    "IL-DC-1", "No judgment about readiness by a peer", READINESS.cite, ("readiness",),
    "have its part on readiness filled in by a peer ({section}, as {written_as})",
    READINESS, words="judge readiness for discharge in a peer’s words",
)  # fmt: skip
goals = _limit(
    "IL-DC-2", "Whether goals were met is not a peer’s to say", GOALS.cite, ("goals_met",),
    "have its part on goals met filled in by a peer ({section}, as {written_as})",
    GOALS, words="determine in a peer’s words whether treatment goals were met",
)  # fmt: skip
sign_off = _limit(
    "IL-DC-3", "A peer never signs off a discharge", not_in_discharge("Sign off on discharge summaries or treatment outcomes"),
    ("final_sign_off", "treatment_outcome"),
    "be signed off by a peer, nor its treatment outcome ({section}, as {written_as})",
)  # fmt: skip
clinical = _limit(
    "IL-DC-4", "Diagnosis, necessity and risk are completed in a clinical role", CLINICAL[0].cite,
    ("risk_assessment", "diagnosis", "medical_necessity"),
    "have its part on diagnosis, medical necessity or risk filled in by a peer ({section}, as {written_as})",
    *CLINICAL, words="say diagnosis, medical necessity or risk in a peer’s words",
)  # fmt: skip
decision = _limit(
    "IL-DC-5", "A peer is not the final authority in a discharge",
    not_in_discharge("Act as the final authority in the discharge decision"), ("discharge_decision",),
    "be decided by a peer ({section}, as {written_as})",
)  # fmt: skip

labeled = Rule(
    id="IL-DC-LABEL",
    name="A peer’s own section is clearly labeled",
    about=discharge_section,
    cite=may_in_discharge(LABELED),
    since=SINCE,
    dated_by=written_on,
    applies=is_peer & _.section.isin([section.id for section in DISCHARGE if section.is_peers_own]),
    missing=ROLE_UNSAID,
    readings=READINGS[:2],
    needs=("discharge_section.written_as", "discharge_section.is_labeled"),
    criteria=(
        must(
            "IL-DC-LABEL",
            "be clearly labeled as a peer’s section ({section}; labeled: {is_labeled})",
            _.is_labeled,
            may_in_discharge(LABELED),
            fix="Head the section with its label: that a peer wrote it, and that it makes no clinical judgment.",
            who=WRITER,
        ),
    ),
)

RULES = (readiness, goals, sign_off, clinical, decision, labeled)
