"""Writing the sections of incident reports and discharge papers, each in one role, and recording experience shared."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from ..models import Discharge, DischargeSection, IncidentReport, Participant, ReportSection, SharedExperience
from ..models.writing_words import PEER_ROLES
from ..problems import Problem
from .amendments import is_signed
from .corrections import correct
from .recording import locked, recording, refuse, store, store_again

if TYPE_CHECKING:
    from alongside.access.models import User

SIGNED = Problem(
    "report", "a signed report", "one nobody signed", "Amend the report: it stays, and the change says why."
)

SIGNED_SUMMARY = Problem(
    "discharge", "a signed summary", "one nobody signed", "Amend the summary: it stays, and the amendment says why."
)


def write_report_section(
    *, report: IncidentReport, on: datetime.date, by: User | None, **said: Any
) -> ReportSection:  # fmt: skip
    """Write one section of an incident report: `section`, `written_as` and `body`, and where known `staff`, `is_seen`
    and `is_authority_needed`. A report a peer has a hand in is a peer's, and what a peer writes after a review is
    reviewed anew. Raises `Problems`: everything left out or wrong, and a report that is signed."""
    with recording(program_id=report.program_id, by=by):
        _refuse_signed(report)
        whose = {"program_id": report.program_id, "participant_id": report.participant_id}
        written = store(ReportSection(incident_report=report, written_on=on, **whose, **said), on=on)
        _count_as_written(report, written, on)
        return written


def write_discharge_section(
    *, discharge: Discharge, on: datetime.date, by: User | None, **said: Any
) -> DischargeSection:  # fmt: skip
    """Write one section of discharge papers: `section`, `written_as` and `body`, and where known `staff` and
    `is_labeled`. The summary, where there is one nobody signed, says that a peer wrote. Raises `Problems`, also where
    the summary is signed."""
    with recording(program_id=discharge.program_id, by=by):
        _refuse_signed_summary(discharge)
        whose = {"program_id": discharge.program_id, "participant_id": discharge.participant_id}
        written = store(DischargeSection(discharge=discharge, written_on=on, **whose, **said), on=on)
        say_peers_wrote(discharge, on)
        return written


def rewrite_section(
    *,
    section: ReportSection | DischargeSection,
    version: int,
    body: str,
    on: datetime.date,
    by: User | None,
    **said: bool | None,
) -> ReportSection | DischargeSection:
    """Put other words in a section as it was read at `version`, and what is `said` besides (`is_seen`,
    `is_authority_needed`, `is_labeled`); the role stays. Raises `Problems`, or `Conflict` with both texts."""
    with recording(program_id=section.program_id, by=by):
        if isinstance(section, ReportSection) and section.incident_report is not None:
            _refuse_signed(section.incident_report)
        if isinstance(section, DischargeSection) and section.discharge is not None:
            _refuse_signed_summary(section.discharge)
        written = correct(record=section, version=version, changes={"body": body, **said}, on=on, by=by)
        if isinstance(written, ReportSection) and written.incident_report is not None:
            _count_as_written(written.incident_report, written, on)
        return written


def say_peers_wrote(discharge: Discharge, on: datetime.date) -> None:
    """Say in the summary that counts whether a peer completed a section of the papers, and whether all are labeled."""
    summary = discharge.summary
    sections = discharge.sections.filter(written_as__in=PEER_ROLES)
    if summary is None or is_signed(summary) or not sections.exists():
        return
    summary = locked(summary)
    is_labeled = not sections.exclude(is_labeled=True).exists()
    if (summary.has_peer_section, summary.is_peer_section_labeled) != (True, is_labeled):
        summary.has_peer_section, summary.is_peer_section_labeled = True, is_labeled
        store_again(summary, fields=("has_peer_section", "is_peer_section_labeled"), on=on)


def share_experience(
    *, participant: Participant, on: datetime.date, by: User | None, **said: Any
) -> SharedExperience:  # fmt: skip
    """Record a time somebody shared lived experience of their own: `written_as` and `shared_on`, and where known
    `service`, `staff`, `answered_to`, `is_relevant`, `is_hope_giving` and `minutes`. Raises `Problems`."""
    with recording(program_id=participant.program_id, by=by):
        told = {"program_id": participant.program_id, "participant": participant}
        return store(SharedExperience(**told, **said), on=on)


def _count_as_written(report: IncidentReport, written: ReportSection, on: datetime.date) -> None:
    """The report takes the role of the first who wrote in it, or of the first peer; a peer's new words are reviewed."""
    report = locked(report)
    is_peers = written.written_as in PEER_ROLES
    said: dict[str, Any] = {}
    if report.writer_role is None or (is_peers and report.writer_role not in PEER_ROLES):
        said["writer_role"] = written.written_as
    if is_peers and report.reviewed_on is not None:
        said |= {"reviewed_on": None, "reviewed_by": None}
    if said:
        for field, value in said.items():
            setattr(report, field, value)
        store_again(report, fields=tuple(said), on=on)


def _refuse_signed(report: IncidentReport) -> None:
    refuse([SIGNED] if report.signed_on is not None else [])


def _refuse_signed_summary(discharge: Discharge) -> None:
    summary = discharge.summary
    refuse([SIGNED_SUMMARY] if summary is not None and is_signed(summary) else [])
