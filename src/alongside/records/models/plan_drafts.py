"""What somebody began to write with a participant and has not completed, for colleagues to go on with."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.db.models.functions import Now

from .participants import Participant
from .record import Known, ProgramRecord, only_words, row_key, together, word


class DraftKind(models.TextChoices):
    """What a draft becomes."""

    ASSESSMENT = "assessment", "Assessment"
    SERVICE_PLAN = "service_plan", "Service plan"
    SUPPORT_PLAN = "support_plan", "Support plan"


class PlanDraft(ProgramRecord):
    """An assessment, service plan or support plan that is not complete: no rule looks at it and it authorizes nothing.

    `content` is what was typed, as it was typed: {"fields": {name: text}, "goals": [{"key", "words", "lines": [{"key",
    name: text}]}]}. `record` is the key of the unsigned record it changes, `amends` that of the signed one it amends.
    """

    id = row_key("plan_draft_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="plan_drafts")
    kind = word(DraftKind)
    record = models.UUIDField(null=True, blank=True)
    amends = models.UUIDField(null=True, blank=True)
    reason = Known()
    content = models.JSONField(default=dict)
    saved_by = Known()
    saved_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        db_table = "plan_draft"
        ordering = ["-saved_at"]
        verbose_name = "draft"
        constraints = [
            only_words("plan_draft", "kind", DraftKind),
            together("plan_draft", "amends", "reason"),
            CheckConstraint(name="plan_draft_one_purpose", condition=Q(record=None) | Q(amends=None)),
            UniqueConstraint(fields=["record"], name="plan_draft_changes_once"),
            UniqueConstraint(fields=["amends"], name="plan_draft_amends_once"),
        ]
