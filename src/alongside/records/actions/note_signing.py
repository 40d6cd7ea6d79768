"""Signing a note, and amending a signed one."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from ..models import NoteStatus, ProgressNote, StaffMember
from ..problems import Problem, nothing
from .notes import WRITTEN, draft_of, frozen, moved, not_written
from .recording import locked, recording, refuse, store, store_again, unchanged_since

if TYPE_CHECKING:
    from alongside.access.models import User


def sign_note(
    *, note: ProgressNote, version: int, signer: StaffMember, at: datetime.datetime, on: datetime.date, by: User | None
) -> ProgressNote:
    """Sign the draft as it was read at `version`. From then on neither it nor its service can be changed.

    `at` is the moment of signing and falls on the day `on`. Whether the signer gave the service is recorded with it.
    """
    with recording(program_id=note.program_id, by=by):
        service = locked(note.service)
        note = unchanged_since(note, version)
        refuse(frozen(note) or ([] if note.what_was_done else [nothing("what_was_done")]) or _another_day(at, on))
        note.status, note.signed_on, note.signed_at, note.signed_by = NoteStatus.SIGNED, on, at, signer.name
        if service.staff is not None:
            note.is_signed_by_giver = service.staff.person_id == signer.person_id
        fields = ("status", "signed_on", "signed_at", "signed_by", "is_signed_by_giver")
        return store_again(note, fields=fields, on=on)


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


def _another_day(at: datetime.datetime, on: datetime.date) -> list[Problem]:
    if at.tzinfo is not None and timezone.localtime(at).date() == on:
        return []
    return [Problem("signed_at", str(at), f"a moment on {on}, with its time zone", "Sign it anew.")]
