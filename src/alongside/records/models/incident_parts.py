"""What belongs to an incident besides its reports: the steps of their way, follow-ups, and who watches over it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import UniqueConstraint
from django.db.models.functions import Now

from .attachments import Attachment
from .incident_words import ToldHow, ToldKind
from .incidents import IncidentReport
from .participants import Participant
from .record import Known, ProgramRecord, day, instant, only_words, row_key, together, word


class IncidentStep(ProgramRecord):
    """Who told whom about a report, when and how, with the proof; and what came back. `not_needed` says why a form was
    not sent."""

    id = row_key("incident_step_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+")
    incident_report = models.ForeignKey(IncidentReport, on_delete=models.PROTECT, related_name="steps")
    kind = word(ToldKind)
    told_at = instant()
    told_by = Known()
    told_to = Known()
    how = word(ToldHow)
    proof = Known()
    attachment = models.ForeignKey(Attachment, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    answered_at = instant()
    answer = Known()
    not_needed = Known()

    class Meta:
        db_table = "incident_step"
        verbose_name = "step of an incident report"
        ordering = ["told_at", "created_at"]
        constraints = [
            only_words("incident_step", "kind", ToldKind),
            only_words("incident_step", "how", ToldHow),
            together("incident_step", "told_at", "told_by"),
            together("incident_step", "answered_at", "answer"),
            UniqueConstraint(fields=["incident_report", "kind"], name="incident_step_once"),
        ]


class FollowUp(ProgramRecord):
    """Something to be done after an incident: by whom, by when, and when it was done."""

    id = row_key("follow_up_id")
    incident = Known()
    what = Known()
    who = Known()
    due_on = day()
    done_on = day()
    outcome = Known()

    class Meta:
        db_table = "follow_up"
        verbose_name = "follow-up"
        ordering = ["due_on", "created_at"]
        indexes = [models.Index(fields=["program", "incident"], name="follow_up_incident")]


class IncidentSupervisor(ProgramRecord):
    """A supervisor who watches over one incident, and may read what few may."""

    id = row_key("incident_supervisor_id")
    incident = Known()
    supervisor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    assigned_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        db_table = "incident_supervisor"
        verbose_name = "supervisor of an incident"
        ordering = ["assigned_at"]
        constraints = [
            UniqueConstraint(fields=["program", "incident", "supervisor"], name="incident_supervisor_once"),
        ]
