"""Stored answers, and what keeps them fresh. All of it can be made anew from records and rules."""

from __future__ import annotations

from typing import Self
from uuid import uuid4

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Index, Q, UniqueConstraint
from django.db.models.functions import Now


class Derived(models.Model):
    """Belongs to one program and is computed: no ledger entry, no version."""

    is_ledgered = False
    program = models.ForeignKey("access.Program", on_delete=models.CASCADE, related_name="+")

    class Meta:
        abstract = True


class Answer(Derived):
    """One rule about one row on the day it was asked, as `law.Answer` said it. `root` is whose row it is."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False, db_column="answer_id")
    rule = models.TextField()
    name = models.TextField()
    about = models.TextField()
    key = models.UUIDField()
    root_table = models.TextField()
    root = models.UUIDField()
    subject = models.TextField()
    answer = models.TextField()
    due_on = models.DateField(null=True)
    changes_on = models.DateField(null=True)
    asked_on = models.DateField()
    next_step = models.TextField()
    who = models.TextField()
    is_duty = models.BooleanField()
    criteria = models.JSONField(encoder=DjangoJSONEncoder)
    # What tells one state of the answer from another, so that one set aside comes back when it changes.
    reasons = models.TextField(default="", db_default="")
    # What tells one state of the facts from another: where they are as they were that day, the answer stands.
    facts = models.TextField(default="", db_default="")

    class Meta:
        db_table = "answer"
        constraints = [UniqueConstraint(fields=["program", "rule", "key"], name="answer_once")]
        indexes = [
            Index(fields=["program", "answer", "due_on"], name="answer_owed"),
            Index(fields=["program", "root"], name="answer_root"),
            Index(fields=["program", "changes_on"], name="answer_changes"),
        ]


class Stale(Derived):
    """Someone whose records changed since their answers were stored. Written by triggers on the fact tables."""

    id = models.BigAutoField(primary_key=True, db_column="stale_id")
    root_table = models.TextField()
    root = models.UUIDField()
    marked_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "stale"
        constraints = [UniqueConstraint(fields=["program", "root_table", "root"], name="stale_once")]


class Freshness(Derived):
    """The day a program's answers were last brought up to, and under which law and readings."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False, db_column="freshness_id")
    asked_on = models.DateField()
    law = models.TextField()

    class Meta:
        db_table = "freshness"
        constraints = [UniqueConstraint(fields=["program"], name="freshness_once")]


class ReadingChoices(models.QuerySet["ReadingChoice"]):
    """Choices of readings, with the adjectives of their time."""

    def in_force(self) -> Self:
        """Those no later choice replaced."""
        return self.filter(replaced_at=None)


class ReadingChoice(models.Model):
    """A reading a program chose to answer by, with who chose it and why. The next choice replaces it; both stay."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False, db_column="reading_choice_id")
    program = models.ForeignKey("access.Program", on_delete=models.PROTECT, related_name="+")
    reading = models.TextField()
    choice = models.TextField()
    reason = models.TextField()
    chosen_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    chosen_at = models.DateTimeField(db_default=Now())
    replaced_at = models.DateTimeField(null=True)

    objects = ReadingChoices.as_manager()

    class Meta:
        db_table = "reading_choice"
        constraints = [
            UniqueConstraint(
                fields=["program", "reading"], condition=Q(replaced_at=None), name="reading_choice_in_force_once"
            )
        ]


class SetAside(models.Model):
    """An answer somebody took off the list of what needs someone, with the reason. The answer itself stands.

    `reasons` are the answer's as they were: once they differ, this no longer counts and the answer is back on the list.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False, db_column="set_aside_id")
    program = models.ForeignKey("access.Program", on_delete=models.PROTECT, related_name="+")
    rule = models.TextField()
    key = models.UUIDField()
    root_table = models.TextField()
    root = models.UUIDField()
    reasons = models.TextField()
    reason = models.TextField()
    set_aside_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    set_aside_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "set_aside"
        constraints = [UniqueConstraint(fields=["program", "rule", "key"], name="set_aside_once")]
