"""What was shown when somebody signed, kept as it was shown, with the template it is printed by."""

from __future__ import annotations

import json
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from .kept import Kept, sha256_of_bytes, sha256_of_text, whose
from .participants import Participant
from .people import StaffMember
from .record import row_key


class DocumentKind(models.TextChoices):
    """What can be signed. Each word is the table the signed record stands in."""

    SERVICE_PLAN = "service_plan", "Service plan"
    ASSESSMENT = "assessment", "Assessment"
    SUPPORT_PLAN = "support_plan", "Support plan"
    PROGRESS_NOTE = "progress_note", "Progress note"
    INCIDENT_REPORT = "incident_report", "Incident report"
    DISCHARGE_SUMMARY = "discharge_summary", "Discharge summary"
    TRAINING_SHEET = "training_sheet", "Training record"


class FormTemplate(Kept):
    """The text a kind of document is printed by, kept so that what was signed prints the same after a change."""

    id = row_key("form_template_id")
    kind = models.TextField(choices=DocumentKind.choices)
    text = models.TextField()
    hash = sha256_of_text("text")

    class Meta:
        db_table = "form_template"
        verbose_name = "form template"
        constraints = [
            UniqueConstraint(fields=["program", "kind", "hash"], name="form_template_once"),
            CheckConstraint(name="form_template_kind_word", condition=Q(kind__in=DocumentKind.values)),
        ]


class Document(Kept):
    """A snapshot of a record, stored with its first signature. `content` is canonical JSON; `record` is the record's
    key, `form` the number of the state's form it serves.

    Content: {"form", "title", "program", "participant": {"name", "medicaid_id", "born_on"}, "version": 1, "sections":
    [{"heading", "rows": [[label, text]], "text"?, "table"?: {"headings", "rows"}}]}; where it is a staff member's,
    "staff": {"name", "staff_number"} in place of the participant.
    """

    id = row_key("document_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="documents", null=True)
    staff = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="documents", null=True)
    kind = models.TextField(choices=DocumentKind.choices)
    record = models.UUIDField()
    title = models.TextField()
    form = models.TextField(blank=True, default="", db_default="")
    content = models.TextField()
    content_hash = sha256_of_text("content")
    template = models.ForeignKey(FormTemplate, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "document"
        ordering = ["-created_at"]
        constraints = [
            UniqueConstraint(fields=["kind", "record"], name="document_once"),
            CheckConstraint(name="document_kind_word", condition=Q(kind__in=DocumentKind.values)),
            whose("document"),
        ]

    @property
    def about(self) -> UUID | None:
        """The key of the participant or staff member it is about."""
        return self.participant_id or self.staff_id

    @cached_property
    def shown(self) -> dict[str, Any]:
        """The content as it was shown."""
        return dict(json.loads(self.content))

    @classmethod
    def of(cls, kind: str, record: UUID) -> Document | None:
        """The document of a record, where somebody signed it."""
        return cls.objects.filter(kind=kind, record=record).first()


class Rendering(Kept):
    """A document as it was first printed with so many signatures, byte for byte."""

    id = row_key("rendering_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="+", null=True)
    staff = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+", null=True)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="renderings")
    media_type = models.TextField(default="application/pdf")
    signature_count = models.PositiveIntegerField()
    content = models.BinaryField()
    content_hash = sha256_of_bytes("content")

    class Meta:
        db_table = "rendering"
        constraints = [
            UniqueConstraint(fields=["document", "media_type", "signature_count"], name="rendering_once"),
            whose("rendering"),
        ]
