"""Orientation training, session by session and topic by topic, and the exemptions asked for."""

from __future__ import annotations

from django.db import models

from .people import StaffMember
from .record import Known, ProgramRecord, above_zero, day, hours, in_order, only_words, row_key, together, word, yes
from .words import ExemptionDecision, Topic


class Training(ProgramRecord):
    """One session on one topic, as its record was written. The county signs, not the provider alone."""

    id = row_key("training_id")
    staff = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="trainings")
    topic = word(Topic)
    hours = hours()
    held_on = day()
    employee_name = Known()
    employer_name = Known()
    method = Known()
    content = Known()
    county_signed_by = Known()

    class Meta:
        db_table = "training"
        ordering = ["held_on", "topic"]
        constraints = [only_words("training", "topic", Topic), above_zero("training", "hours", at_most=24)]


class Exemption(ProgramRecord):
    """A request to be spared one topic because an administrative rule already required the same training."""

    id = row_key("exemption_id")
    staff = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="exemptions")
    topic = word(Topic)
    hours = hours()
    requested_on = day()
    completed_on = day()
    is_duplicative = yes()
    rule_citation = Known()
    is_documented = yes()
    decision = word(ExemptionDecision)
    decided_on = day()

    class Meta:
        db_table = "exemption"
        ordering = ["requested_on", "topic"]
        constraints = [
            only_words("exemption", "topic", Topic),
            only_words("exemption", "decision", ExemptionDecision),
            above_zero("exemption", "hours"),
            together("exemption", "decision", "decided_on"),
            in_order("exemption", "requested_on", "decided_on"),
        ]
