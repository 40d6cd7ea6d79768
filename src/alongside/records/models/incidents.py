"""What happened that touched someone's health or safety: one report for each participant affected."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import UniqueConstraint

from .agencies import Provider
from .participants import Participant
from .peer_words import Role
from .record import Known, ProgramRecord, above_zero, day, instant, only_words, row_key, together, word, yes
from .words import Setting


class IncidentReport(ProgramRecord):
    """A report (F-00390) about one participant. Those with the same `incident` are about the same event.

    `is_restricted` marks abuse or neglect: fewer people may read it, and the others about the same event. `reporter` is
    whose sign-in it was written under; `answers` are those to its category's own questions, as [question, answer].
    """

    id = row_key("incident_report_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="incident_reports")
    incident = Known()
    affected_count = models.IntegerField(null=True, blank=True)
    happened_on = day()
    happened_at = instant()
    place = Known()
    setting = word(Setting)
    provider = models.ForeignKey(
        Provider, on_delete=models.PROTECT, related_name="incident_reports", null=True, blank=True
    )
    learned_at = instant()
    learned_how = Known()
    category = Known()
    answers = models.JSONField(default=list, db_default=[], blank=True)
    what_happened = Known()
    happened_to_them = Known()
    others_present = Known()
    is_health_or_safety = yes()
    is_restricted = models.BooleanField(default=False, db_default=False)
    reported_by = Known()
    reporter = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
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
    signed_on = day()
    writer_role = word(Role)
    reviewed_on = day()
    reviewed_by = Known()
    is_suspected_abuse = yes()
    hotline_told_at = instant()
    amends = models.ForeignKey("self", on_delete=models.PROTECT, related_name="amendments", null=True, blank=True)
    amended_reason = Known()

    class Meta:
        db_table = "incident_report"
        verbose_name = "incident report"
        ordering = ["-happened_on", "incident"]
        indexes = [models.Index(fields=["program", "incident"], name="incident_report_incident")]
        constraints = [
            only_words("incident_report", "setting", Setting),
            only_words("incident_report", "writer_role", Role),
            above_zero("incident_report", "affected_count"),
            together("incident_report", "program_told_at", "program_told_by"),
            together("incident_report", "state_told_at", "state_told_by"),
            together("incident_report", "death_reported_at", "death_reported_by"),
            together("incident_report", "amends", "amended_reason"),
            together("incident_report", "reviewed_on", "reviewed_by"),
            UniqueConstraint(fields=["amends"], name="incident_report_amended_once"),
        ]
