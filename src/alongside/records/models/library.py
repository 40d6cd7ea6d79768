"""The program's own copies of guiding documents, how its quarterly meetings are joined, and its rate worksheets."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from .agencies import Provider
from .attachments import MediaType
from .kept import Kept, sha256_of_bytes
from .record import Known, ProgramRecord, day, in_order, row_key


class GuidingCopy(Kept):
    """A copy of a guiding document, as the program keeps it. `document` is its id in the pack's library."""

    id = row_key("guiding_copy_id")
    document = models.TextField()
    edition = models.TextField(blank=True, default="", db_default="")
    name = models.TextField()
    media_type = models.TextField(choices=MediaType.choices)
    content = models.BinaryField()
    content_hash = sha256_of_bytes("content")
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        db_table = "guiding_copy"
        verbose_name = "guiding document's copy"
        ordering = ["document", "-created_at"]
        constraints = [
            CheckConstraint(name="guiding_copy_media_type_word", condition=Q(media_type__in=MediaType.values))
        ]


class JoiningDetails(ProgramRecord):
    """How the state's quarterly meetings are joined, as the program last heard."""

    id = row_key("joining_details_id")
    address = Known()
    phone = Known()
    conference_id = Known()
    remark = Known()

    class Meta:
        db_table = "joining_details"
        verbose_name = "joining details"
        constraints = [UniqueConstraint(fields=["program"], name="joining_details_once")]


class RateEdition(ProgramRecord):
    """An edition of the room and board worksheet: its lines, in its order, as the program's own copy has them.

    `lines` are [label, kind, summed]: kind is a word of `FieldKind`, and summed is whether the edition adds it up.
    """

    id = row_key("rate_edition_id")
    name = Known()
    source = Known()
    lines = models.JSONField(default=list)

    class Meta:
        db_table = "rate_edition"
        verbose_name = "worksheet edition"
        ordering = ["-created_at"]
        constraints = [UniqueConstraint(fields=["program", "name"], name="rate_edition_known_as")]


class FieldKind(models.TextChoices):
    """What a field of a worksheet holds."""

    AMOUNT = "amount", "Dollars"
    TEXT = "text", "Text"


class RateSheet(ProgramRecord):
    """One worksheet filled in for one place. `entries` are labels of its edition's lines to what was entered."""

    id = row_key("rate_sheet_id")
    edition = models.ForeignKey(RateEdition, on_delete=models.PROTECT, related_name="sheets")
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    place = Known()
    starts_on = day()
    ends_on = day()
    entries = models.JSONField(default=dict)

    class Meta:
        db_table = "rate_sheet"
        verbose_name = "rate worksheet"
        ordering = ["-starts_on", "place"]
        constraints = [in_order("rate_sheet", "starts_on", "ends_on")]
