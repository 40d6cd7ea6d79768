"""Whose a record is: a participant's, or a staff member's; and whose the ledger says was looked at."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from alongside.access.incident_policies import is_open_to_few
from alongside.records.models import DocumentKind, IncidentReport, ProgramRecord


def fetched_along(model: type[ProgramRecord]) -> tuple[str, ...]:
    """What a page of one record needs besides: whose it is, the program and, of a note, the service."""
    names = {field.name for field in model._meta.concrete_fields}
    if "participant" not in names:
        return ("staff__person", "staff__provider", "program")
    return ("participant", "program", *(("service",) if "service" in names else ()))


def about(record: Any) -> UUID:
    """The key of the participant or, where there is none, of the staff member."""
    key: UUID = getattr(record, "participant_id", None) or record.staff_id
    return key


def subject_of(record: Any) -> UUID | None:
    """Whom a look at a record, a signed document or a file is told about; nobody for a report of abuse or neglect, and
    for what belongs to one: who has a seat is not to meet there what few may read."""
    report = record
    if getattr(record, "kind", None) == DocumentKind.INCIDENT_REPORT:
        report = IncidentReport.objects.filter(pk=record.record).first()
    return None if isinstance(report, IncidentReport) and is_open_to_few(report) else about(record)
