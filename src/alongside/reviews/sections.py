"""Writing a section of a paper in a role: what a section closed to the role answers, and what is recorded."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from alongside.facts.roles import ROLES
from alongside.packs.illinois_peer.sections import Standing, standing
from alongside.records import actions
from alongside.records.models import Discharge, DischargeSection, IncidentReport, ReportSection, StaffMember
from alongside.records.problems import Problem, Problems

from .roles_held import roles_held

if TYPE_CHECKING:
    from alongside.access.models import User

REPORT, DISCHARGE = "incident_report", "discharge"


class Closed(Exception):
    """A section closed to the role somebody writes in. `standing` holds the rule, its words, and who fills it."""

    def __init__(self, standing: Standing) -> None:
        self.standing = standing
        super().__init__(f"{standing.section.name} is closed to {ROLES[standing.role]}: {standing.why}")

    @property
    def needed(self) -> str:
        """What the rule needs."""
        return f"To be written by a {self.standing.who}"

    @property
    def found(self) -> str:
        """What was found instead."""
        return f"You write as {ROLES[self.standing.role]}"

    @property
    def next_step(self) -> str:
        """The one next step."""
        if self.standing.section.paper == REPORT:
            return "Leave the section empty. Write what you saw and heard, and send the report on."
        return "Leave the section empty. Write in a section of your own what the person says, in their words."


def opened(paper: str, section: str, role: str) -> Standing:
    """How a section stands to a role that may write in it. Raises Closed; ValueError where the paper has none such."""
    found = standing(paper, section, role)
    if not found.may_write:
        raise Closed(found)
    return found


def write_section(
    *,
    of: IncidentReport | Discharge,
    section: str,
    written_as: str,
    staff: StaffMember,
    on: datetime.date,
    by: User | None,
    **said: Any,
) -> ReportSection | DischargeSection:
    """Write a section in a role held that day. Raises Closed, and `Problems`: a role not held, what is left out."""
    paper = REPORT if isinstance(of, IncidentReport) else DISCHARGE
    _refuse_role_not_held(staff, written_as, on)
    stands = opened(paper, section, written_as)
    told = {"section": section, "written_as": written_as, "staff": staff, "on": on, "by": by, **said}
    if isinstance(of, IncidentReport):
        return actions.write_report_section(report=of, **told)
    return actions.write_discharge_section(discharge=of, is_labeled=True if stands.label else None, **told)


def rewrite_section(
    *, section: ReportSection | DischargeSection, version: int, on: datetime.date, by: User | None, **said: Any
) -> ReportSection | DischargeSection:
    """Put other words in one's own section, in the role it was written in. Raises Closed, `Problems`, `Conflict`."""
    paper = REPORT if isinstance(section, ReportSection) else DISCHARGE
    role, name = str(section.written_as), str(section.section)
    if section.staff is not None:
        _refuse_role_not_held(section.staff, role, on)
    opened(paper, name, role)
    return actions.rewrite_section(section=section, version=version, on=on, by=by, **said)


def _refuse_role_not_held(staff: StaffMember, role: str, on: datetime.date) -> None:
    held = roles_held(staff.pk, on)
    if role not in held:
        there_are = ", ".join(ROLES[one] for one in held) or "a role recorded for the day"
        fix = "Choose a role you hold, or have your qualifications put right. What must be reported is reported now."
        raise Problems([Problem("written_as", ROLES.get(role, repr(role)), there_are, fix)])
