"""What is written once about plans: the state's signed copy, what was said, and files given as evidence."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from alongside.records.models import MediaType
from alongside.records.models.kept import Kept, sha256_of_bytes, sha256_of_text
from alongside.records.models.record import row_key

from .improvement import CorrectiveActionPlan, PlanOfAction
from .improvement_words import Said


class SignedPlan(Kept):
    """A corrective action plan as it stood when the Division signed it: concerns, draft and steps, with their hash."""

    id = row_key("signed_plan_id")
    corrective_action_plan = models.ForeignKey(
        CorrectiveActionPlan, on_delete=models.PROTECT, related_name="signed_copies"
    )
    content = models.TextField()
    content_hash = sha256_of_text("content")
    statement = models.TextField()
    signed_name = models.TextField()
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    signed_on = models.DateField()

    class Meta:
        db_table = "signed_plan"
        verbose_name = "signed copy"
        constraints = [UniqueConstraint(fields=["program", "corrective_action_plan"], name="signed_plan_once")]

    @property
    def shown(self) -> dict[str, Any]:
        """The content as it was signed."""
        return dict(json.loads(self.content))


class PlanWords(Kept):
    """What somebody said about a plan: a comment, a request for technical assistance, or the answer to one."""

    id = row_key("plan_words_id")
    plan_of_action = models.ForeignKey(PlanOfAction, on_delete=models.PROTECT, related_name="words", null=True)
    corrective_action_plan = models.ForeignKey(
        CorrectiveActionPlan, on_delete=models.PROTECT, related_name="words", null=True
    )
    kind = models.TextField(choices=Said.choices)
    words = models.TextField()
    is_of_state = models.BooleanField(default=False)
    said_on = models.DateField()
    said_by = models.TextField()
    answers = models.ForeignKey("self", on_delete=models.PROTECT, related_name="answered_by", null=True)

    class Meta:
        db_table = "plan_words"
        verbose_name = "words about a plan"
        ordering = ["created_at"]
        constraints = [CheckConstraint(name="plan_words_kind_word", condition=Q(kind__in=Said.values))]


class Evidence(Kept):
    """A file the program gave for a plan of action, a step, or something asked for before a visit."""

    id = row_key("evidence_id")
    plan_of_action = models.ForeignKey(PlanOfAction, on_delete=models.PROTECT, related_name="evidence", null=True)
    corrective_action_plan = models.ForeignKey(
        CorrectiveActionPlan, on_delete=models.PROTECT, related_name="evidence", null=True
    )
    monitoring_request = models.ForeignKey(
        "reviews.MonitoringRequest", on_delete=models.PROTECT, related_name="evidence", null=True
    )
    name = models.TextField()
    media_type = models.TextField(choices=MediaType.choices)
    content = models.BinaryField()
    content_hash = sha256_of_bytes("content")
    given_on = models.DateField()
    given_by = models.TextField()

    class Meta:
        db_table = "evidence"
        ordering = ["created_at"]
        constraints = [CheckConstraint(name="evidence_media_type_word", condition=Q(media_type__in=MediaType.values))]
