"""Writing the sections of incident reports and discharge papers, each in one role, and recording experience shared."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from ..models import Discharge, DischargeSection, IncidentReport, Participant, ReportSection, SharedExperience
from ..problems import Problem
from .corrections import correct
from .recording import recording, refuse, store

if TYPE_CHECKING:
    from alongside.access.models import User

SIGNED = Problem(
    "report", "a signed report", "one nobody signed", "Amend the report: it stays, and the change says why."
)


def write_report_section(
    *, report: IncidentReport, on: datetime.date, by: User | None, **said: Any
) -> ReportSection:  # fmt: skip
    """Write one section of an incident report: `section`, `written_as` and `body`, and where known `staff`, `is_seen`
    and `is_authority_needed`. Raises `Problems`: everything left out or wrong, and a report that is signed."""
    with recording(program_id=report.program_id, by=by):
        _refuse_signed(report)
        whose = {"program_id": report.program_id, "participant_id": report.participant_id}
        return store(ReportSection(incident_report=report, written_on=on, **whose, **said), on=on)


def write_discharge_section(
    *, discharge: Discharge, on: datetime.date, by: User | None, **said: Any
) -> DischargeSection:  # fmt: skip
    """Write one section of discharge papers: `section`, `written_as` and `body`, and where known `staff` and
    `is_labeled`. Raises `Problems`."""
    with recording(program_id=discharge.program_id, by=by):
        whose = {"program_id": discharge.program_id, "participant_id": discharge.participant_id}
        return store(DischargeSection(discharge=discharge, written_on=on, **whose, **said), on=on)


def rewrite_section(
    *, section: ReportSection | DischargeSection, version: int, body: str, on: datetime.date, by: User | None
) -> ReportSection | DischargeSection:
    """Put other words in a section as it was read at `version`; the role stays. Raises `Problems`, or `Conflict` with
    both texts."""
    if isinstance(section, ReportSection) and section.incident_report is not None:
        _refuse_signed(section.incident_report)
    return correct(record=section, version=version, changes={"body": body}, on=on, by=by)


def share_experience(
    *, participant: Participant, on: datetime.date, by: User | None, **said: Any
) -> SharedExperience:  # fmt: skip
    """Record a time somebody shared lived experience of their own: `written_as` and `shared_on`, and where known
    `service`, `staff`, `answered_to`, `is_relevant`, `is_hope_giving` and `minutes`. Raises `Problems`."""
    with recording(program_id=participant.program_id, by=by):
        told = {"program_id": participant.program_id, "participant": participant}
        return store(SharedExperience(**told, **said), on=on)


def _refuse_signed(report: IncidentReport) -> None:
    refuse([SIGNED] if report.signed_on is not None else [])
