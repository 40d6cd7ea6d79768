"""What a participant's own seat rests on: codes that open it, and the notes it does not show."""

from __future__ import annotations

from django.db import models
from django.db.models import Q, UniqueConstraint

from .first_contacts import Representative
from .notes import ProgressNote
from .participants import Participant
from .record import Known, ProgramRecord, day, instant, only_words, row_key, together, word


class Invitation(ProgramRecord):
    """A code handed over to a participant, or to a representative, that opens their seat once."""

    id = row_key("invitation_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="invitations")
    representative = models.ForeignKey(
        Representative, on_delete=models.PROTECT, related_name="invitations", null=True, blank=True
    )
    code_hash = models.TextField(db_index=True)
    made_on = day()
    made_by = Known()
    expires_on = day()
    tries_count = models.PositiveIntegerField(default=0, db_default=0)
    used_at = instant()
    revoked_at = instant()
    revoked_by = Known()

    class Meta:
        db_table = "invitation"
        ordering = ["-created_at"]
        constraints = [together("invitation", "revoked_at", "revoked_by")]


class HoldKind(models.TextChoices):
    """From whom a note is kept."""

    HELD_BACK = "held_back", "Held back"
    MINORS_OWN = "minors_own", "The minor's own"


class NoteHold(ProgramRecord):
    """A note a seat does not show: held back from it by a supervisor, or, where it is the minor's own, from whoever
    acts for the minor. Until it ends."""

    id = row_key("note_hold_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="note_holds")
    progress_note = models.ForeignKey(ProgressNote, on_delete=models.PROTECT, related_name="holds")
    kind = word(HoldKind)
    reason = Known()
    held_on = day()
    held_by = Known()
    ended_on = day()
    ended_by = Known()

    class Meta:
        db_table = "note_hold"
        ordering = ["-created_at"]
        constraints = [
            only_words("note_hold", "kind", HoldKind),
            together("note_hold", "ended_on", "ended_by"),
            UniqueConstraint(
                fields=["progress_note", "kind"], name="note_hold_once", condition=Q(ended_on__isnull=True)
            ),
        ]
