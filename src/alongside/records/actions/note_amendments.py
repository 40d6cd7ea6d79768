"""Amending a signed note."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from ..models import ProgressNote, StaffMember
from ..problems import Problem
from .notes import WRITTEN, draft_of, moved, not_written
from .recording import locked, recording, refuse, store

if TYPE_CHECKING:
    from alongside.access.models import User


def amend_note(
    *,
    note: ProgressNote,
    reason: str,
    author: StaffMember | None,
    texts: dict[str, Any],
    on: datetime.date,
    by: User | None,
) -> ProgressNote:
    """Begin an amendment: a draft that names the signed note and says why. What `texts` leaves out is taken over."""
    with recording(program_id=note.program_id, by=by):
        note = locked(note)
        refuse(not_written(texts))
        if not note.is_signed:
            refuse([Problem("progress_note", "a draft", "a signed note", "Write in the draft itself.")])
        refuse(moved(note))
        kept = {name: getattr(note, name) for name in WRITTEN} | texts
        return store(draft_of(note.service, author=author, amends=note, amended_reason=reason, **kept), on=on)
