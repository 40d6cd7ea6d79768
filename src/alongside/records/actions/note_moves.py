"""A note filed on the wrong person."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from ..models import Participant, PlanLine, ProgressNote, Service
from ..problems import Problem
from .delivered import refuse_foreign
from .notes import WRITTEN, moved
from .recording import locked, recording, refuse, store

if TYPE_CHECKING:
    from alongside.access.models import User

DELIVERED = (
    "staff", "kind", "served_on", "started_at", "stopped_at", "unit", "place", "activity", "is_room_and_board",
    "repeats", "charged_amount",
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


def _not_movable(note: ProgressNote, to: Participant) -> list[Problem]:
    if to.pk == note.participant_id:
        return [Problem("to", "the same participant", "another one", "Amend the note where it is.")]
    if note.amendments.exists():
        return [Problem("progress_note", "a note that was amended", "the last of them", "Move the amendment.")]
    return []
