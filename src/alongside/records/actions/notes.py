"""Writing the note about a service, as a draft."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from ..models import ProgressNote, Service, StaffMember
from ..problems import Conflict, Problem
from .recording import locked, recording, refuse, store, store_again

if TYPE_CHECKING:
    from alongside.access.models import User

WRITTEN = ("what_was_done", "manner", "response", "purpose", "outcome")


def save_note_draft(
    *,
    service: Service,
    note: ProgressNote | None = None,
    version: int | None = None,
    author: StaffMember | None = None,
    texts: dict[str, Any],
    on: datetime.date,
    by: User | None,
) -> ProgressNote:
    """Keep what was written so far. `texts` are any of what_was_done, manner (a word of `Manner`), response, purpose,
    outcome. With `note`, its draft as read at `version` is changed; raises `Conflict`, with both texts, otherwise.
    """
    with recording(program_id=service.program_id, by=by):
        refuse(not_written(texts))
        if note is None:
            return store(draft_of(service, author=author, **texts), on=on)
        note = locked(note)
        refuse(frozen(note))
        if all(getattr(note, name) == value for name, value in texts.items()):
            return note
        if note.version != version:
            raise Conflict(note, version or 0, texts)
        for name, value in texts.items():
            setattr(note, name, value)
        return store_again(note, fields=tuple(texts), on=on)


def moved(note: ProgressNote) -> list[Problem]:
    """A note that was moved to another participant."""
    if not ProgressNote.objects.filter(moved_from=note).exists():
        return []
    fix = "Open it where it was moved to."
    return [Problem("progress_note", "a note moved to another participant", "one that stands here", fix)]


def draft_of(service: Service, **fields: Any) -> ProgressNote:
    """A draft about a service, not stored yet."""
    whose = {"program_id": service.program_id, "participant_id": service.participant_id}
    return ProgressNote(**whose, service=service, **fields)


def frozen(note: ProgressNote) -> list[Problem]:
    """A note that can no longer be written in."""
    if note.is_signed:
        fix = "Amend it: the note stays, and the amendment says why."
        return [Problem("progress_note", f"a note signed on {note.signed_on}", "a draft", fix)]
    return moved(note)


def not_written(texts: dict[str, Any]) -> list[Problem]:
    """What is no text of a note."""
    expected = f"one of: {', '.join(WRITTEN)}"
    return [Problem(name, "a change of it", expected, "Leave it out.") for name in texts if name not in WRITTEN]
