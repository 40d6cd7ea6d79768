"""What happened that touched someone's health or safety: one report for each participant affected."""

from __future__ import annotations

from django.db import models
from django.db.models import UniqueConstraint

from .participants import Participant
from .record import Known, ProgramRecord, above_zero, day, instant, row_key, together, yes


class IncidentReport(ProgramRecord):
    """A report (F-00390) about one participant. Those with the same `incident` are about the same event.

    `is_restricted` marks abuse or neglect: fewer people may read it.
    """

    id = row_key("incident_report_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="incident_reports")
    incident = Known()
    affected_count = models.IntegerField(null=True, blank=True)
    happened_on = day()
    happened_at = instant()
    place = Known()
    learned_at = instant()
    category = Known()
    what_happened = Known()
    is_health_or_safety = yes()
    is_restricted = models.BooleanField(default=False, db_default=False)
    reported_by = Known()
    program_told_at = instant()
    program_told_by = Known()
    state_told_at = instant()
    state_told_by = Known()
    response = Known()
    follow_up = Known()
    corrective_action = Known()
    is_reportable_death = yes()
    death_reported_at = instant()
    death_reported_by = Known()
    amends = models.ForeignKey("self", on_delete=models.PROTECT, related_name="amendments", null=True, blank=True)
    amended_reason = Known()

    class Meta:
        db_table = "incident_report"
        verbose_name = "incident report"
        ordering = ["-happened_on", "incident"]
        constraints = [
            above_zero("incident_report", "affected_count"),
            together("incident_report", "program_told_at", "program_told_by"),
            together("incident_report", "state_told_at", "state_told_by"),
            together("incident_report", "death_reported_at", "death_reported_by"),
            together("incident_report", "amends", "amended_reason"),
            UniqueConstraint(fields=["amends"], name="incident_report_amended_once"),
        ]
