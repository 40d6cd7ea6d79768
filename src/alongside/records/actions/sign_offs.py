"""What a supervisor says to a signed note."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ..models import ProgressNote, SignOff, SignOffDecision, StaffMember
from ..problems import Problem, is_nothing, nothing
from .notes import moved
from .recording import locked, recording, refuse, store

if TYPE_CHECKING:
    from alongside.access.models import User


def sign_off_note(
    *,
    note: ProgressNote,
    decided_by: str,
    supervisor: StaffMember | None = None,
    comment: str | None = None,
    on: datetime.date,
    by: User | None,
) -> SignOff:
    """Record that a supervisor read a signed note and agrees. `decided_by` is the supervisor's name, `supervisor` the
    staff member they are, where that is known.
    """
    return _say(note, SignOffDecision.SIGNED_OFF, decided_by, supervisor, comment, on, by)


def return_note(
    *,
    note: ProgressNote,
    decided_by: str,
    supervisor: StaffMember | None = None,
    comment: str,
    on: datetime.date,
    by: User | None,
) -> SignOff:
    """Send a signed note back with a comment. Its author amends it, and the amendment is looked at anew."""
    if is_nothing(comment):
        refuse([nothing("comment")])
    return _say(note, SignOffDecision.RETURNED, decided_by, supervisor, comment, on, by)


def _say(
    note: ProgressNote,
    decision: str,
    decided_by: str,
    supervisor: StaffMember | None,
    comment: str | None,
    on: datetime.date,
    by: User | None,
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
            supervisor=supervisor,
            decision=decision,
            comment=comment,
            decided_on=on,
            decided_by=decided_by,
        )
        return store(said, on=on)
