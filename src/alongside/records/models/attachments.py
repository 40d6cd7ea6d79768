"""Files that belong to a record: scanned pages above all."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q

from .kept import Kept, sha256_of_bytes, whose
from .participants import Participant
from .people import StaffMember
from .record import row_key


class MediaType(models.TextChoices):
    """What is taken. Each is known by its content, not by its name."""

    PDF = "application/pdf", "PDF"
    PNG = "image/png", "PNG picture"
    JPEG = "image/jpeg", "JPEG picture"


class AttachedTo(models.TextChoices):
    """Records a file can belong to. Each word is the table the record stands in."""

    SERVICE_PLAN = "service_plan", "Service plan"
    ASSESSMENT = "assessment", "Assessment"
    SUPPORT_PLAN = "support_plan", "Support plan"
    PROGRESS_NOTE = "progress_note", "Progress note"
    INCIDENT_REPORT = "incident_report", "Incident report"
    DISCHARGE_SUMMARY = "discharge_summary", "Discharge summary"
    COVERAGE = "coverage", "Coverage"
    FUNCTIONAL_SCREEN = "functional_screen", "Functional screen"
    REPRESENTATIVE = "representative", "Representative"
    TRAINING_SHEET = "training_sheet", "Training record"
    EXEMPTION = "exemption", "Training exemption"
    CONSENT = "consent", "Consent to release"


class Attachment(Kept):
    """A file of a participant's or a staff member's record. It leaves the program only as a download. `record` is the
    record's key."""

    id = row_key("attachment_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="attachments", null=True)
    staff = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="attachments", null=True)
    kind = models.TextField(choices=AttachedTo.choices)
    record = models.UUIDField()
    name = models.TextField()
    media_type = models.TextField(choices=MediaType.choices)
    content = models.BinaryField()
    content_hash = sha256_of_bytes("content")
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        db_table = "attachment"
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["kind", "record"], name="attachment_of_record")]
        constraints = [
            CheckConstraint(name="attachment_kind_word", condition=Q(kind__in=AttachedTo.values)),
            CheckConstraint(name="attachment_media_type_word", condition=Q(media_type__in=MediaType.values)),
            whose("attachment"),
        ]

    @property
    def about(self) -> UUID | None:
        """The key of the participant or staff member whose record it belongs to."""
        return self.participant_id or self.staff_id
