"""Where an answer about a paper in sections is settled: the page of the paper it stands in."""

from __future__ import annotations

from uuid import UUID

from django.urls import reverse

from alongside.access.models import Membership
from alongside.records.models import DischargeSection, DischargeSummary, IncidentReport, ReportSection, SharedExperience

from .peer_programs import is_of_peers


def paper_at(actor: Membership, about: str, key: UUID) -> str:
    """The address of the paper or note a row belongs to; empty for rows of other kinds, and in other programs."""
    if not is_of_peers(actor):
        return ""
    if about == "report_section":
        row = ReportSection.objects.filter(pk=key).first()
        return reverse("report_sections", args=[row.incident_report_id]) if row and row.incident_report_id else ""
    if about == "incident_report":
        return reverse("report_sections", args=[key]) if IncidentReport.objects.filter(pk=key).exists() else ""
    if about in ("discharge_section", "discharge_summary"):
        model = DischargeSection if about == "discharge_section" else DischargeSummary
        paper = model._default_manager.filter(pk=key).first()
        return reverse("discharge_sections", args=[paper.participant_id, paper.discharge_id]) if paper else ""
    if about == "shared_experience":
        shared = SharedExperience.objects.filter(pk=key).exclude(service=None).first()
        note = shared.service.notes.first() if shared and shared.service else None
        return reverse("note", args=[note.pk]) if note else ""
    return ""
