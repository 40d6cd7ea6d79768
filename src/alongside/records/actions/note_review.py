"""A note filed on the wrong person, and what a supervisor says to a signed one."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from ..models import Participant, PlanLine, ProgressNote, Service, SignOff, SignOffDecision
from ..problems import Problem, nothing
from .notes import WRITTEN, moved, refuse_foreign
from .recording import locked, recording, refuse, store

if TYPE_CHECKING:
    from alongside.access.models import User

DELIVERED = (
    "staff", "kind", "served_on", "started_at", "stopped_at", "unit", "place", "is_room_and_board", "repeats",
    "charged_amount",
)  # fmt: skip


def move_note(
    *,
    note: ProgressNote,
    to: Participant,
    reason: str,
    plan_line: PlanLine | None = None,
    on: datetime.date,
    by: User | None,
) -> ProgressNote:
    """Copy a note and its service to the participant it is about, as a draft whoever gave the service signs there.

    What was filed stays where it is and is frozen; the copy names it and says why. Both trails are kept.
    """
    with recording(program_id=note.program_id, by=by):
        service = locked(note.service)
        note = locked(note)
        refuse(moved(note))
        refuse(_not_movable(note, to))
        refuse_foreign(plan_line, to)
        whose: dict[str, Any] = {"program_id": note.program_id, "participant": to}
        delivered = {name: getattr(service, name) for name in DELIVERED}
        copy = store(Service(**whose, plan_line=plan_line, **delivered), on=on)
        written = {name: getattr(note, name) for name in WRITTEN}
        filed = {"author": note.author, "moved_from": note, "moved_reason": reason}
        return store(ProgressNote(**whose, service=copy, **written, **filed), on=on)


def sign_off_note(
    *, note: ProgressNote, decided_by: str, comment: str | None = None, on: datetime.date, by: User | None
) -> SignOff:
    """Record that a supervisor read a signed note and agrees. `decided_by` is the supervisor's name."""
    return _say(note, SignOffDecision.SIGNED_OFF, decided_by, comment, on, by)


def return_note(*, note: ProgressNote, decided_by: str, comment: str, on: datetime.date, by: User | None) -> SignOff:
    """Send a signed note back with a comment. Its author amends it, and the amendment is looked at anew."""
    if not (comment and comment.strip()):
        refuse([nothing("comment")])
    return _say(note, SignOffDecision.RETURNED, decided_by, comment, on, by)


def _say(
    note: ProgressNote, decision: str, decided_by: str, comment: str | None, on: datetime.date, by: User | None
) -> SignOff:
    with recording(program_id=note.program_id, by=by):
        note = locked(note)
        if not note.is_signed:
            refuse([Problem("progress_note", "a draft", "a signed note", "Ask its author to sign it.")])
        refuse(moved(note))
        said = SignOff(
            program_id=note.program_id,
            participant_id=note.participant_id,
            progress_note=note,
            decision=decision,
            comment=comment,
            decided_on=on,
            decided_by=decided_by,
        )
        return store(said, on=on)


def _not_movable(note: ProgressNote, to: Participant) -> list[Problem]:
    if to.pk == note.participant_id:
        return [Problem("to", "the same participant", "another one", "Amend the note where it is.")]
    if note.amendments.exists():
        return [Problem("progress_note", "a note that was amended", "the last of them", "Move the amendment.")]
    return []
