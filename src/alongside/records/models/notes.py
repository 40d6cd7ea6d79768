"""Services delivered, the notes about them, and what supervisors said to the notes."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from .participants import Participant
from .people import StaffMember
from .plans import PlanLine
from .record import (
    Known,
    ProgramRecord,
    day,
    in_order,
    instant,
    not_below_zero,
    only_words,
    row_key,
    together,
    word,
    yes,
)
from .service_words import Manner, NoteStatus, Repeats, ServiceKind, SignOffDecision, Unit


class Services(models.QuerySet[Any]):
    """Services, with the adjectives of their notes."""

    def standing(self) -> Self:
        """Those not moved to another participant."""
        return self.exclude(notes__moved_to__isnull=False)


class Service(ProgramRecord):
    """One delivery to one participant on one day by one staff member. Frozen once its note is signed."""

    id = row_key("service_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="services")
    staff = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="services", null=True, blank=True)
    plan_line = models.ForeignKey(PlanLine, on_delete=models.PROTECT, related_name="services", null=True, blank=True)
    kind = word(ServiceKind)
    served_on = day()
    started_at = instant()
    stopped_at = instant()
    unit = word(Unit)
    place = Known()
    is_room_and_board = yes()
    repeats = word(Repeats)
    charged_amount = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)

    objects = Services.as_manager()

    class Meta:
        db_table = "service"
        ordering = ["-served_on", "-started_at"]
        constraints = [
            only_words("service", "kind", ServiceKind),
            only_words("service", "unit", Unit),
            only_words("service", "repeats", Repeats),
            in_order("service", "started_at", "stopped_at"),
            not_below_zero("service", "charged_amount"),
        ]


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


class SignOff(ProgramRecord):
    """A supervisor's word on a signed note: signed off, or returned with a comment. Never changed afterwards."""

    id = row_key("sign_off_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="sign_offs")
    progress_note = models.ForeignKey(ProgressNote, on_delete=models.PROTECT, related_name="sign_offs")
    decision = word(SignOffDecision)
    comment = Known()
    decided_on = day()
    decided_by = Known()

    class Meta:
        db_table = "sign_off"
        verbose_name = "sign-off"
        ordering = ["-created_at"]
        constraints = [
            only_words("sign_off", "decision", SignOffDecision),
            UniqueConstraint(fields=["progress_note"], name="sign_off_once"),
        ]
