"""Whose record the ledger says was looked at. Of what few may read it names the report, and not the participant."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from alongside.access.incident_policies import is_open_to_few
from alongside.records.models import DocumentKind, IncidentReport


def subject_of(record: Any) -> UUID | None:
    """The participant a record, a signed document or a file is about; None for a report of abuse or neglect, and for
    what belongs to one: who has a seat is not to meet there what few may read."""
    report = record
    if getattr(record, "kind", None) == DocumentKind.INCIDENT_REPORT:
        report = IncidentReport.objects.filter(pk=record.record).first()
    if isinstance(report, IncidentReport) and is_open_to_few(report):
        return None
    return record.participant_id  # type: ignore[no-any-return]
