"""Visits week by week, each with its note."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.utils import timezone

from alongside.records.models import (
    Manner,
    NoteStatus,
    PlanLine,
    ProgressNote,
    Repeats,
    Service,
    ServiceKind,
    SignOff,
    SignOffDecision,
    StaffMember,
    Unit,
)

from .shelf import Shelf, before
from .written import DID_IT_FOR_HIM, PURPOSE, WORK

SUPERVISOR = "Sue Tamarack"


@dataclass(frozen=True)
class Round:
    """The visits of one staff member to one participant, since a day; `trouble` is what is wrong with the last ones."""

    line: PlanLine
    worker: StaffMember
    since: datetime.date
    trouble: str | None


def add_visits(shelf: Shelf, visits: Round) -> None:
    """Put one visit a week on the shelf, the last one a few days before the day of the demo."""
    day = shelf.ago(1, 6)
    nth = 0
    while day >= visits.since:
        day = before(day, max(0, day.weekday() - 4))  # on Friday, where it would be a weekend
        if day >= visits.since:
            _add_visit(shelf, visits, day, nth)
        nth, day = nth + 1, before(day, 7)


def _add_visit(shelf: Shelf, visits: Round, day: datetime.date, nth: int) -> None:
    line, trouble = visits.line, visits.trouble if nth < 2 else None
    start = moment_of(day, 9 * 60 + 15 * shelf.chance.randrange(24))
    is_timed = trouble != "no times"
    work = next(work for work in WORK[ServiceKind(line.kind)] if work.outcome == line.outcome)
    service = shelf.add(
        Service,
        participant=line.participant,
        staff=visits.worker,
        plan_line=line,
        kind=line.kind,
        served_on=day,
        started_at=start if is_timed else None,
        stopped_at=start + datetime.timedelta(minutes=15 * shelf.chance.randint(3, 6)) if is_timed else None,
        unit=Unit.FIFTEEN_MINUTES,
        place=work.place,
        is_room_and_board=False,
        repeats=Repeats.NOTHING,
    )
    done, response = work.done[nth % len(work.done)]
    note = shelf.add(
        ProgressNote,
        participant=line.participant,
        service=service,
        author=visits.worker,
        what_was_done=DID_IT_FOR_HIM if trouble == "did it for him" else done,
        manner=Manner.DOING_FOR if trouble == "did it for him" else work.manner,
        response=response,
        purpose=PURPOSE,
        outcome=line.outcome,
    )
    if trouble != "unsigned":
        _sign(shelf, note, visits.worker, day)


def _sign(shelf: Shelf, note: ProgressNote, worker: StaffMember, day: datetime.date) -> None:
    note.status, note.signed_by, note.is_signed_by_giver = NoteStatus.SIGNED, worker.name, True
    note.signed_on, note.signed_at = day, moment_of(day, 17 * 60 + shelf.chance.randrange(90))
    if day < before(shelf.on, 30) and shelf.yes(0.4):
        said = {"decision": SignOffDecision.SIGNED_OFF, "decided_on": before(day, -5), "decided_by": SUPERVISOR}
        shelf.add(SignOff, participant=note.participant, progress_note=note, **said)


def moment_of(day: datetime.date, minutes: int) -> datetime.datetime:
    """So many minutes after midnight, in the program's own time."""
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(minutes // 60, minutes % 60)))
