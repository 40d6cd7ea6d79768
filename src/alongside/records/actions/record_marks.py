"""Marking a participant's records as guarded by 42 CFR part 2, and taking a mark back."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ..models import Participant, RecordClass, RecordMark
from ..problems import Problem, nothing
from .recording import locked, recording, refuse, store, store_again

if TYPE_CHECKING:
    from alongside.access.models import User

ALREADY = Problem("record_class", "a mark already", "none", "It stands already. End it first to say otherwise.")


def mark_records(
    *, participant: Participant, why: str | None, marked_by: str, on: datetime.date, by: User | None
) -> RecordMark:
    """Say that the program holds substance use disorder records of this participant, from that day on. Raises
    `Problems` without a reason, or where the mark stands."""
    with recording(program_id=participant.program_id, by=by):
        standing = RecordMark.objects.filter(
            participant=participant, record_class=RecordClass.SUBSTANCE_USE, ended_on=None
        )
        refuse([*([] if why else [nothing("why")]), *([ALREADY] if standing.exists() else [])])
        mark = RecordMark(
            program_id=participant.program_id, participant=participant, record_class=RecordClass.SUBSTANCE_USE,
            marked_on=on, marked_by=marked_by, why=why,
        )  # fmt: skip
        return store(mark, on=on)


def end_mark(*, mark: RecordMark, why: str | None, on: datetime.date, by: User | None) -> RecordMark:
    """Take a mark back, with the reason. Said again, the first time stays."""
    refuse([] if why else [nothing("ended_why")])
    with recording(program_id=mark.program_id, by=by):
        mark = locked(mark)
        if mark.ended_on is not None:
            return mark
        mark.ended_on, mark.ended_why = on, why
        return store_again(mark, fields=("ended_on", "ended_why"), on=on)
