"""Which notes a participant's own seat shows: signed and standing, and signed off where the program asks for it."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from .models import HoldKind, NoteHold, NoteStatus, ProgressNote, SignOffDecision


def finished(participant_id: UUID, *, is_sign_off_asked: bool) -> QuerySet[ProgressNote]:
    """Notes that are ready to be shown, held back or not. One returned by a supervisor is not."""
    notes = ProgressNote.objects.standing().filter(participant_id=participant_id, status=NoteStatus.SIGNED)
    notes = notes.exclude(sign_offs__decision=SignOffDecision.RETURNED)
    if is_sign_off_asked:
        notes = notes.filter(sign_offs__decision=SignOffDecision.SIGNED_OFF)
    return notes.select_related("service__staff__person", "service__plan_line").order_by(
        "-service__served_on", "-signed_on"
    )


def released(participant_id: UUID, *, is_sign_off_asked: bool, to_representative: bool) -> QuerySet[ProgressNote]:
    """Notes a seat shows: to the participant, or to whoever acts for them."""
    kinds = [HoldKind.HELD_BACK, HoldKind.MINORS_OWN] if to_representative else [HoldKind.HELD_BACK]
    notes = finished(participant_id, is_sign_off_asked=is_sign_off_asked)
    return notes.exclude(Exists(_holds(*kinds)))  # by service: an amendment of a note held back is held back too


def held_back(participant_id: UUID) -> QuerySet[NoteHold]:
    """What a supervisor holds back from the seat now. From there the notes themselves are not even counted."""
    return NoteHold.objects.filter(kind=HoldKind.HELD_BACK, ended_on=None, participant_id=participant_id)


def _holds(*kinds: HoldKind) -> QuerySet[NoteHold]:
    return NoteHold.objects.filter(progress_note__service=OuterRef("service"), kind__in=kinds, ended_on=None)
