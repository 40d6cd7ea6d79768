"""Recording a service, and writing, signing and amending the note about it."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from ..models import NoteStatus, Participant, PlanLine, ProgressNote, Service, StaffMember, Unit
from ..problems import Conflict, Problem, nothing
from .recording import locked, recording, refuse, store, store_again, unchanged_since

if TYPE_CHECKING:
    from alongside.access.models import User

WRITTEN = ("what_was_done", "manner", "response", "purpose", "outcome")


def record_service(
    *,
    participant: Participant,
    kind: str,
    served_on: datetime.date,
    staff: StaffMember | None,
    plan_line: PlanLine | None = None,
    started_at: datetime.datetime | None = None,
    stopped_at: datetime.datetime | None = None,
    unit: str | None = Unit.FIFTEEN_MINUTES.value,
    place: str | None = None,
    is_room_and_board: bool | None = None,
    repeats: str | None = None,
    charged_amount: Decimal | None = None,
    on: datetime.date,
    by: User | None,
) -> Service:
    """Record a service given. `kind` is a word of `ServiceKind`, `unit` of `Unit`, `repeats` of `Repeats`."""
    with recording(program_id=participant.program_id, by=by):
        refuse_foreign(plan_line, participant)
        service = Service(
            program_id=participant.program_id,
            participant=participant,
            staff=staff,
            plan_line=plan_line,
            kind=kind,
            served_on=served_on,
            started_at=started_at,
            stopped_at=stopped_at,
            unit=unit,
            place=place,
            is_room_and_board=is_room_and_board,
            repeats=repeats,
            charged_amount=charged_amount,
        )
        return store(service, on=on)


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
        refuse(_not_written(texts))
        if note is None:
            return store(_draft(service, author=author, **texts), on=on)
        note = locked(note)
        refuse(_frozen(note))
        if all(getattr(note, name) == value for name, value in texts.items()):
            return note
        if note.version != version:
            raise Conflict(note, version or 0, texts)
        for name, value in texts.items():
            setattr(note, name, value)
        return store_again(note, fields=tuple(texts), on=on)


def sign_note(
    *, note: ProgressNote, version: int, signer: StaffMember, at: datetime.datetime, on: datetime.date, by: User | None
) -> ProgressNote:
    """Sign the draft as it was read at `version`. From then on neither it nor its service can be changed.

    `at` is the moment of signing and falls on the day `on`. Whether the signer gave the service is recorded with it.
    """
    with recording(program_id=note.program_id, by=by):
        service = locked(note.service)
        note = unchanged_since(note, version)
        refuse(_frozen(note) or ([] if note.what_was_done else [nothing("what_was_done")]) or _another_day(at, on))
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
        refuse(_not_written(texts))
        if not note.is_signed:
            refuse([Problem("progress_note", "a draft", "a signed note", "Write in the draft itself.")])
        refuse(moved(note))
        kept = {name: getattr(note, name) for name in WRITTEN} | texts
        return store(_draft(note.service, author=author, amends=note, amended_reason=reason, **kept), on=on)


def refuse_foreign(plan_line: PlanLine | None, participant: Participant) -> None:
    """A plan line of somebody else's plan."""
    if plan_line is not None and plan_line.participant_id != participant.pk:
        fix = "Choose a line of the plan of the participant served."
        refuse([Problem("plan_line", "a line of another participant's plan", "one of their own", fix)])


def moved(note: ProgressNote) -> list[Problem]:
    """A note that was moved to another participant."""
    if not ProgressNote.objects.filter(moved_from=note).exists():
        return []
    fix = "Open it where it was moved to."
    return [Problem("progress_note", "a note moved to another participant", "one that stands here", fix)]


def _draft(service: Service, **fields: Any) -> ProgressNote:
    whose = {"program_id": service.program_id, "participant_id": service.participant_id}
    return ProgressNote(**whose, service=service, **fields)


def _frozen(note: ProgressNote) -> list[Problem]:
    if note.is_signed:
        fix = "Amend it: the note stays, and the amendment says why."
        return [Problem("progress_note", f"a note signed on {note.signed_on}", "a draft", fix)]
    return moved(note)


def _not_written(texts: dict[str, Any]) -> list[Problem]:
    expected = f"one of: {', '.join(WRITTEN)}"
    return [Problem(name, "a change of it", expected, "Leave it out.") for name in texts if name not in WRITTEN]


def _another_day(at: datetime.datetime, on: datetime.date) -> list[Problem]:
    if at.tzinfo is not None and timezone.localtime(at).date() == on:
        return []
    return [Problem("signed_at", str(at), f"a moment on {on}, with its time zone", "Sign it anew.")]
