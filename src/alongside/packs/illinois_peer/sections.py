"""Which sections of an incident report or a discharge paper are open to whoever writes in a role, and who fills the rest."""

from __future__ import annotations

from dataclasses import dataclass

from alongside.facts.roles import ROLES
from alongside.law import Citation

from .sections_of_discharge import DISCHARGE
from .sections_of_reports import REPORT
from .sources_of_writing import AT_ONCE
from .writing_limits import Section
from .writing_roles import BY_ROLE, CLINICAL, is_peer, known

OPEN, CLOSED, REVIEW = "open", "closed", "review required"
STATES = (OPEN, REVIEW, CLOSED)
PAPERS = {"incident_report": REPORT, "discharge": DISCHARGE}

NEVER_DELAYED = (
    "No limit on writing delays a report. Whoever sees, is told of or suspects abuse, neglect, financial exploitation or a death "
    "reports it to the OIG Hotline at once, no later than 4 hours after it was discovered. Saying what somebody alleged "
    "is not deciding fault."
)

AT_ONCE_IN_SHORT = "It delays no report: the hotline is told at once, within 4 hours."


@dataclass(frozen=True)
class Standing:
    """How one section stands to one role. `why` is our sentence, `cite` the words it rests on, `who` who fills a closed
    section, `label` what a peer's own section is headed with, `at_once` the duty that no limit delays."""

    section: Section
    role: str
    state: str
    why: str
    cite: Citation | None
    who: str = ""
    label: str = ""
    at_once: str = ""
    at_once_cite: Citation | None = None

    @property
    def may_write(self) -> bool:
        """Whether somebody in this role writes in the section at all."""
        return self.state != CLOSED


def standings(paper: str, role: str) -> list[Standing]:
    """Every section of a paper for somebody who writes in a role, in the paper's order.

    `paper` is incident_report or discharge. Raises ValueError for another, UnknownRole for a role nobody writes in.
    """
    if paper not in PAPERS:
        raise ValueError(f"There is no paper {paper!r}. There are: {', '.join(PAPERS)}.")
    return [_standing(section, known(role)) for section in PAPERS[paper]]


def standing(paper: str, section: str, role: str) -> Standing:
    """One section for one role. Raises ValueError where the paper has no such section."""
    found = next((one for one in standings(paper, role) if one.section.id == section), None)
    if found is None:
        raise ValueError(f"{paper} has no section {section!r}. It has: {', '.join(s.id for s in PAPERS[paper])}.")
    return found


def _standing(section: Section, role: str) -> Standing:
    if is_peer(role):
        return _of_peer(section, role)
    if section.is_clinical and role not in CLINICAL:
        # The training limits the peer's role only; that somebody more highly qualified looks is a reading of question 3.
        why = "Somebody of a higher qualification reviews what is written here."
        return Standing(section, role, REVIEW, why, section.higher)
    return Standing(section, role, OPEN, f"Written as {ROLES[role]}.", BY_ROLE)


def _of_peer(section: Section, role: str) -> Standing:
    if not section.is_clinical:
        state = REVIEW if section.is_reviewed else OPEN
        return Standing(section, role, state, section.why, section.cite, label=_label(section, role))
    duty = (NEVER_DELAYED, AT_ONCE) if section.paper == "incident_report" else ("", None)
    return Standing(section, role, CLOSED, section.why, section.cite, section.who, "", *duty)


def _label(section: Section, role: str) -> str:
    if not section.is_peers_own:
        return ""
    return f"Peer support section: {section.name}. Written as {ROLES[role]}, in a peer role; it makes no clinical judgment."
