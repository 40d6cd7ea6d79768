"""Keeping a note from a seat: held back by a supervisor, or marked as the minor's own."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ..models import NoteHold, ProgressNote
from ..problems import is_nothing, nothing
from .recording import locked, recording, refuse, store, store_again

if TYPE_CHECKING:
    from alongside.access.models import User


def hold_note(
    *, note: ProgressNote, kind: str, reason: str, held_by: str, on: datetime.date, by: User | None
) -> NoteHold:
    """Keep a note from the participant's seat (`HoldKind.HELD_BACK`), or from whoever acts for a minor
    (`HoldKind.MINORS_OWN`: DHS 92.06 asks the minor's own consent for some records; which, a person decides).
    """
    with recording(program_id=note.program_id, by=by):
        refuse([nothing("reason")] if is_nothing(reason) else [])
        standing = NoteHold.objects.filter(progress_note=note, kind=kind, ended_on=None).first()
        hold = NoteHold(
            program_id=note.program_id,
            participant_id=note.participant_id,
            progress_note=note,
            kind=kind,
            reason=reason,
            held_on=on,
            held_by=held_by,
        )
        return standing or store(hold, on=on)


def end_hold(*, hold: NoteHold, ended_by: str, on: datetime.date, by: User | None) -> NoteHold:
    """Show the note again."""
    with recording(program_id=hold.program_id, by=by):
        hold = locked(hold)
        if hold.ended_on:
            return hold
        hold.ended_on, hold.ended_by = on, ended_by
        return store_again(hold, fields=("ended_on", "ended_by"), on=on)
