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
    TrainingSheet,
)
from . import (
    assessments,
    discharge_summaries,
    incident_reports,
    progress_notes,
    service_plans,
    support_plans,
    training_sheets,
)

VERSION = 1
SIGNABLE: dict[DocumentKind, tuple[type[ProgramRecord], ModuleType]] = {
    DocumentKind.SERVICE_PLAN: (ServicePlan, service_plans),
    DocumentKind.ASSESSMENT: (Assessment, assessments),
    DocumentKind.SUPPORT_PLAN: (SupportPlan, support_plans),
    DocumentKind.PROGRESS_NOTE: (ProgressNote, progress_notes),
    DocumentKind.INCIDENT_REPORT: (IncidentReport, incident_reports),
    DocumentKind.DISCHARGE_SUMMARY: (DischargeSummary, discharge_summaries),
    DocumentKind.TRAINING_SHEET: (TrainingSheet, training_sheets),
}


def kind_of(record: ProgramRecord) -> DocumentKind:
    """The kind of document a record becomes. Raises ValueError for a record nobody signs."""
    return DocumentKind(record._meta.db_table)


def content_of(record: ProgramRecord) -> dict[str, Any]:
    """What is shown of a record: form, title, program, whose it is, and sections, in words."""
    builder = SIGNABLE[kind_of(record)][1]
    title, form = builder.named(record) if hasattr(builder, "named") else (builder.TITLE, builder.FORM)
    return {
        "form": form,
        "title": title,
        "program": record.program.name,
        **_whose(record),
        "sections": builder.sections(record),
        "version": VERSION,
    }


def _whose(record: Any) -> dict[str, dict[str, str]]:
    if not hasattr(record, "participant_id"):
        return {"staff": {"name": record.staff.name, "staff_number": record.staff.staff_number}}
    person = record.participant
    return {
        "participant": {
            "name": person.name or person.medicaid_id,
            "medicaid_id": person.medicaid_id,
            "born_on": person.born_on.isoformat() if person.born_on else "",
        }
    }


def template_of(kind: DocumentKind) -> str:
    """The text this kind is printed by today."""
    return (files(__package__) / "form.typ").read_text(encoding="utf-8")
