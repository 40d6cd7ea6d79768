"""What is shown of a record when it is signed: one content for the screen, the signature and the paper.

A builder for each kind stands in a file of its own. Changing a builder changes what is signed from then on, and
nothing that was signed before.
"""

from __future__ import annotations

from importlib.resources import files
from types import ModuleType
from typing import Any

from ..models import (
    Assessment,
    DischargeSummary,
    DocumentKind,
    IncidentReport,
    ProgramRecord,
    ProgressNote,
    ServicePlan,
    SupportPlan,
)
from . import assessments, discharge_summaries, incident_reports, progress_notes, service_plans, support_plans

VERSION = 1
SIGNABLE: dict[DocumentKind, tuple[type[ProgramRecord], ModuleType]] = {
    DocumentKind.SERVICE_PLAN: (ServicePlan, service_plans),
    DocumentKind.ASSESSMENT: (Assessment, assessments),
    DocumentKind.SUPPORT_PLAN: (SupportPlan, support_plans),
    DocumentKind.PROGRESS_NOTE: (ProgressNote, progress_notes),
    DocumentKind.INCIDENT_REPORT: (IncidentReport, incident_reports),
    DocumentKind.DISCHARGE_SUMMARY: (DischargeSummary, discharge_summaries),
}


def kind_of(record: ProgramRecord) -> DocumentKind:
    """The kind of document a record becomes. Raises ValueError for a record nobody signs."""
    return DocumentKind(record._meta.db_table)


def content_of(record: ProgramRecord) -> dict[str, Any]:
    """What is shown of a record: form, title, program, participant and sections, in words."""
    builder = SIGNABLE[kind_of(record)][1]
    person: Any = record.participant  # type: ignore[attr-defined]
    return {
        "form": builder.FORM,
        "title": builder.TITLE,
        "program": record.program.name,
        "participant": {
            "name": person.name or person.medicaid_id,
            "medicaid_id": person.medicaid_id,
            "born_on": person.born_on.isoformat() if person.born_on else "",
        },
        "sections": builder.sections(record),
        "version": VERSION,
    }


def template_of(kind: DocumentKind) -> str:
    """The text this kind is printed by today."""
    return (files(__package__) / "form.typ").read_text(encoding="utf-8")
