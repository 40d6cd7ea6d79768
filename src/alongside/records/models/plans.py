"""The documents of the plan cycle. Each update is a row of its own."""

from __future__ import annotations

from django.db import models

from .participants import Participant
from .record import ProgramRecord, day, row_key, yes


class Assessment(ProgramRecord):
    """A person-centered assessment."""

    id = row_key("assessment_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="assessments")
    completed_on = day()

    class Meta:
        db_table = "assessment"
        ordering = ["-completed_on"]


class ServicePlan(ProgramRecord):
    """An individual service plan (F-00202)."""

    id = row_key("service_plan_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="service_plans")
    completed_on = day()
    is_in_person = yes()

    class Meta:
        db_table = "service_plan"
        ordering = ["-completed_on"]
