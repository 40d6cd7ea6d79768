"""The notes about services."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import CheckConstraint, Index, Q, UniqueConstraint

from .delivered import Service
from .participants import Participant
from .people import StaffMember
from .record import Known, ProgramRecord, day, instant, only_words, row_key, together, word, yes
from .service_words import Manner, NoteStatus


class ProgressNotes(models.QuerySet[Any]):
    """Notes, with the adjectives of their state."""

    def standing(self) -> Self:
        """What holds today: neither moved to another participant nor replaced by a signed amendment."""
        replaced = Q(amendments__status=NoteStatus.SIGNED)
        return self.exclude(moved_to__isnull=False).exclude(replaced)

    def drafts(self) -> Self:
        """Those nobody signed."""
        return self.filter(status=NoteStatus.DRAFT)

    def waiting_for_sign_off(self) -> Self:
        """Signed, standing, and neither signed off nor returned."""
        return self.standing().filter(status=NoteStatus.SIGNED, sign_offs__isnull=True)


class ProgressNote(ProgramRecord):
    """What was written about a service. Signed, it is frozen: an amendment is a note of its own that names it.

    A note filed on the wrong participant stays where it is; `moved_from` of its copy names it.
    """

    id = row_key("progress_note_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="progress_notes")
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="notes")
    author = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="notes", null=True, blank=True)
    status = models.TextField(choices=NoteStatus.choices, default=NoteStatus.DRAFT, db_default=NoteStatus.DRAFT.value)
    what_was_done = Known()
    manner = word(Manner)
    response = Known()
    purpose = Known()
    outcome = Known()
    signed_on = day()
    signed_at = instant()
    signed_by = Known()
    is_signed_by_giver = yes()
    amends = models.ForeignKey("self", on_delete=models.PROTECT, related_name="amendments", null=True, blank=True)
    amended_reason = Known()
    moved_from = models.OneToOneField("self", on_delete=models.PROTECT, related_name="moved_to", null=True, blank=True)
    moved_reason = Known()

    objects = ProgressNotes.as_manager()

    class Meta:
        db_table = "progress_note"
        verbose_name = "progress note"
        ordering = ["-created_at"]
        indexes = [
            Index(fields=["program", "signed_on"], name="note_signed_on"),
            Index(fields=["program", "author"], condition=Q(status="draft"), name="note_drafts"),
        ]
        constraints = [
            only_words("progress_note", "status", NoteStatus),
            only_words("progress_note", "manner", Manner),
            CheckConstraint(
                name="progress_note_signed_whole",
                condition=Q(status=NoteStatus.DRAFT.value, signed_on=None, signed_at=None, signed_by=None)
                | Q(status=NoteStatus.SIGNED.value, signed_on__isnull=False, signed_by__isnull=False),
            ),
            together("progress_note", "amends", "amended_reason"),
            together("progress_note", "moved_from", "moved_reason"),
            UniqueConstraint(fields=["service"], name="progress_note_once", condition=Q(amends=None)),
            UniqueConstraint(fields=["amends"], name="progress_note_amended_once"),
        ]

    @property
    def is_signed(self) -> bool:
        """Whether it is frozen."""
        return self.status == NoteStatus.SIGNED
