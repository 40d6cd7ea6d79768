"""What happened to a note: written, signed, signed off or returned, amended, moved. The trail stands on both sides."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone

from alongside.records.models import ProgressNote, SignOffDecision


@dataclass(frozen=True)
class Happened:
    """One step: the day, what was done, by whom, what was said, and the note to open for more."""

    on: datetime.date | None
    what: str
    who: str = ""
    said: str = ""
    address: str = ""


def history_of(note: ProgressNote) -> list[Happened]:
    """The steps in their order, with those of the notes it amends or was moved from."""
    return list(_steps(note))


def _steps(note: ProgressNote) -> Iterator[Happened]:
    if note.moved_from_id:
        yield Happened(
            _day(note), "Moved here: it was filed on another participant", said=note.moved_reason or "",
            address=_to(note.moved_from_id),
        )  # fmt: skip
    elif note.amends_id:
        yield Happened(
            _day(note), "Begun as an amendment of a signed note", _writer(note), note.amended_reason or "",
            _to(note.amends_id),
        )  # fmt: skip
    else:
        yield Happened(_day(note), "Draft begun", _writer(note))
    if note.is_signed:
        yield Happened(note.signed_on, "Signed", note.signed_by or "")
    for said in note.sign_offs.all():
        is_returned = said.decision == SignOffDecision.RETURNED
        what = "Returned with a comment" if is_returned else "Signed off"
        yield Happened(said.decided_on, what, said.decided_by or "", said.comment or "")
    for amendment in note.amendments.select_related("author__person"):
        what = "Amended" if amendment.is_signed else "An amendment was begun; nobody has signed it yet"
        yield Happened(
            amendment.signed_on or _day(amendment), what, _writer(amendment), amendment.amended_reason or "",
            _to(amendment.pk),
        )  # fmt: skip
    copy = ProgressNote.objects.filter(moved_from=note).first()
    if copy is not None:
        yield Happened(
            _day(copy), "Moved to the participant it is about; it stays here as it was", said=copy.moved_reason or "",
            address=_to(copy.pk),
        )  # fmt: skip


def _writer(note: ProgressNote) -> str:
    return note.author.name if note.author else ""


def _day(note: ProgressNote) -> datetime.date:
    return timezone.localtime(note.created_at).date()


def _to(key: object) -> str:
    return reverse("note", args=[key])
