"""The page a record is read on."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

SECTIONS = {"coverage": "coverage", "functional_screen": "screens", "representative": "representatives"}
OF_STAFF = {"training_sheet": "sessions", "exemption": "exemptions"}
BELOW_PERSON = {"service_plan": "plan", "assessment": "assessment", "support_plan": "support_plan"}


def shown_at(record: Any) -> str:
    """The address of the page a record stands on."""
    kind = record._meta.db_table
    if kind in OF_STAFF:
        return f"{reverse('staff_member', args=[record.staff_id])}#{OF_STAFF[kind]}"
    if kind in SECTIONS:
        return f"{reverse('enrollment', args=[record.participant_id])}#{SECTIONS[kind]}"
    if kind in BELOW_PERSON:
        return reverse(BELOW_PERSON[kind], args=[record.participant_id, record.pk])
    if kind == "consent":
        return f"{reverse('releases', args=[record.participant_id])}#consents"
    if kind == "discharge_summary":
        return reverse("discharge_of", args=[record.participant_id, record.discharge_id])
    if kind == "incident_report" and record.incident:
        return reverse("incident", args=[record.incident])
    if kind == "incident_report":
        return reverse("incidents_of", args=[record.participant_id])
    return reverse("note", args=[record.pk])
