"""Orientation training, session by session and topic by topic, and the exemptions asked for."""

from __future__ import annotations

from django.db import models

from .people import StaffMember
from .record import Known, ProgramRecord, above_zero, day, hours, in_order, only_words, row_key, together, word, yes
from .words import ExemptionDecision, Topic, TrainingSource


class TrainingClass(ProgramRecord):
    """A class several people sat in: one day, one method, one content. Each of them has a sheet of their own."""

    id = row_key("training_class_id")
    held_on = day()
    source = word(TrainingSource)
    method = Known()
    content = Known()

    class Meta:
        db_table = "training_class"
        verbose_name = "class"
        verbose_name_plural = "classes"
        ordering = ["-held_on", "-created_at"]
        constraints = [only_words("training_class", "source", TrainingSource)]


class TrainingSheet(ProgramRecord):
    """One or several sessions of one staff member, as they are signed for by the county or Tribal agency."""

    id = row_key("training_sheet_id")
    staff = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="training_sheets")
    training_class = models.ForeignKey(
        TrainingClass, on_delete=models.PROTECT, related_name="sheets", null=True, blank=True
    )
    source = word(TrainingSource)
    county_signed_on = day()
    county_signed_by = Known()

    class Meta:
        db_table = "training_sheet"
        verbose_name = "training record"
        ordering = ["-created_at"]
        constraints = [
            only_words("training_sheet", "source", TrainingSource),
            together("training_sheet", "county_signed_on", "county_signed_by"),
            models.UniqueConstraint(fields=["training_class", "staff"], name="training_class_once"),
        ]


class Training(ProgramRecord):
    """One session on one topic, as its record was written. The county signs, not the provider alone."""

    id = row_key("training_id")
    staff = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="trainings")
    training_sheet = models.ForeignKey(
        TrainingSheet, on_delete=models.PROTECT, related_name="sessions", null=True, blank=True
    )
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
    sent_by = Known()
    decision = word(ExemptionDecision)
    decided_on = day()
    decided_by = Known()

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
