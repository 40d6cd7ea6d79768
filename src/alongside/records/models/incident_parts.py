"""What belongs to an incident besides its reports: the steps of their way, follow-ups, who watches over it, and the
program's own table of categories."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import UniqueConstraint
from django.db.models.functions import Now

from .attachments import Attachment
from .incident_words import ClockUnit, ToldHow, ToldKind
from .incidents import IncidentReport
from .participants import Participant
from .record import (
    Known,
    Periods,
    ProgramRecord,
    above_zero,
    day,
    in_order,
    instant,
    only_words,
    row_key,
    together,
    word,
)


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


class IncidentCategory(ProgramRecord):
    """One row of the program's own table: how soon the program and the state are told, and what is asked besides.

    The clocks count from the moment somebody learned of it. `questions` are [words, kind] pairs; `source` is the text
    the row comes from.
    """

    id = row_key("incident_category_id")
    name = Known()
    source = Known()
    is_example = models.BooleanField(default=False, db_default=False)
    program_clock_count = models.IntegerField(null=True, blank=True)
    program_clock_unit = word(ClockUnit)
    state_clock_count = models.IntegerField(null=True, blank=True)
    state_clock_unit = word(ClockUnit)
    questions = models.JSONField(default=list, db_default=[], blank=True)
    starts_on = day()
    ends_on = day()

    objects = Periods.as_manager()

    class Meta:
        db_table = "incident_category"
        verbose_name = "incident category"
        verbose_name_plural = "incident categories"
        ordering = ["name"]
        constraints = [
            UniqueConstraint(fields=["program", "name"], name="incident_category_known_as"),
            only_words("incident_category", "program_clock_unit", ClockUnit),
            only_words("incident_category", "state_clock_unit", ClockUnit),
            above_zero("incident_category", "program_clock_count", 1000),
            above_zero("incident_category", "state_clock_count", 1000),
            together("incident_category", "program_clock_count", "program_clock_unit"),
            together("incident_category", "state_clock_count", "state_clock_unit"),
            in_order("incident_category", "starts_on", "ends_on"),
        ]
