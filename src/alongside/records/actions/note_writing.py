"""Writing a note together with the service it is about, as both are written on one page."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from ..models import Participant, ProgressNote, Service, StaffMember, Unit
from ..problems import Clash, Conflict, Problem
from .delivered import refuse_foreign
from .notes import draft_of, frozen, not_written
from .recording import locked, recording, refuse, store, store_again

if TYPE_CHECKING:
    from alongside.access.models import User

GIVEN = (
    "kind", "plan_line", "activity", "served_on", "started_at", "stopped_at", "place", "is_room_and_board", "repeats",
    "role", "funding", "modality", "attendee_count", "is_clinical", "has_clinical_requirements", "has_im_cans",
)  # fmt: skip


class NoteConflict(Conflict):
    """Somebody else wrote in the note or its service since. `clashes` has both texts of every field, of either."""

    def __init__(self, note: ProgressNote, version: int, given: dict[str, Any], texts: dict[str, Any]) -> None:
        super().__init__(note, version, texts)
        of_service = tuple(Clash(name, getattr(note.service, name), yours) for name, yours in given.items())
        self.clashes = (*of_service, *self.clashes)


def write_note(
    *,
    participant: Participant,
    author: StaffMember,
    given: dict[str, Any],
    texts: dict[str, Any],
    on: datetime.date,
    by: User | None,
) -> ProgressNote:
    """Record a service its author gave, and the draft of its note. `given` are fields of the service, any of `GIVEN`;
    `texts` as `save_note_draft` takes them.
    """
    with recording(program_id=participant.program_id, by=by):
        refuse(_not_given(given) + not_written(texts))
        refuse_foreign(given.get("plan_line"), participant)
        whose: dict[str, Any] = {"program_id": participant.program_id, "participant": participant, "staff": author}
        service = store(Service(**whose, unit=Unit.FIFTEEN_MINUTES.value, **given), on=on)
        return store(draft_of(service, author=author, **texts), on=on)


def rewrite_note(
    *,
    note: ProgressNote,
    version: int,
    given: dict[str, Any],
    texts: dict[str, Any],
    on: datetime.date,
    by: User | None,
) -> ProgressNote:
    """Change a draft and its service, as read at `version` of the note. Raises `NoteConflict`, with both texts.

    The service of an amendment stays: it is the one the signed note is about.
    """
    with recording(program_id=note.program_id, by=by):
        service = locked(note.service)
        note = locked(note)
        note.service = service
        refuse(_not_given(given) + not_written(texts) + frozen(note))
        refuse_foreign(given.get("plan_line"), note.participant)
        new_given = _changed(service, given)
        if note.amends_id is not None and new_given:
            fix = "Leave it; say in the note what was wrong about it."
            found = "a change of the service of a signed note"
            refuse([Problem(name, found, "the service as it was signed", fix) for name in new_given])
        new_texts = _changed(note, texts)
        if not new_given and not new_texts:
            return note
        if note.version != version:
            raise NoteConflict(note, version, given, texts)
        if new_given:
            store_again(_with(service, new_given), fields=tuple(new_given), on=on)
        return store_again(_with(note, new_texts), fields=tuple(new_texts), on=on)


def _changed(record: Any, fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if getattr(record, name) != value}


def _with(record: Any, fields: dict[str, Any]) -> Any:
    for name, value in fields.items():
        setattr(record, name, value)
    return record


def _not_given(given: dict[str, Any]) -> list[Problem]:
    expected = f"one of: {', '.join(GIVEN)}"
    return [Problem(name, "a change of it", expected, "Leave it out.") for name in given if name not in GIVEN]
