"""What was put right after it was signed: a note returned, one amended, one moved, and a discharge summary amended."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from alongside.records.actions.note_moves import DELIVERED
from alongside.records.actions.notes import WRITTEN
from alongside.records.models import (
    DischargeSummary,
    Manner,
    NoteStatus,
    Participant,
    PlanLine,
    ProgressNote,
    Service,
    ServiceKind,
    SignOff,
    SignOffDecision,
    StaffMember,
)

from .seats import SEATED
from .shelf import Shelf, before
from .visits import SUPERVISOR, moment_of
from .workers import workers

ASKED_BACK = "Please say how it went: what was easy, what needed a cue. One sentence is enough."
ASKED_LATELY = "Which early sign was it, and whom did you practice calling? Please add it."
AMENDED = "Asked for by the supervisor: how it went was missing its second half."
MORE = "The second try went without a word from me."
MOVED = "Filed on the wrong participant: I served both that week and chose the wrong name."
SUMMARY_AMENDED = "A new landlord called after the summary was signed; the housing part was out of date."
NEW_PROGRESS = "Keeps own apartment, with a lease signed for another year; knows the early signs and whom to call."


def put_right(shelf: Shelf) -> None:
    """Put on the shelf what followed some signed notes, and one signed discharge summary."""
    decided = {said.progress_note for said in shelf.of(SignOff)}
    open_notes = [note for note in _in_order(shelf) if note not in decided]
    _return_lately(shelf, decided)
    earlier = (note for note in open_notes if _day(note) <= before(shelf.on, 14))
    if amended := next(earlier, None):
        _amend(shelf, amended)
    if found := next(_of_two(shelf, (note for note in open_notes if note is not amended)), None):
        _move(shelf, *found)
    _amend_summary(shelf)


def _in_order(shelf: Shelf) -> list[ProgressNote]:
    """Signed notes about those whose notes are all in order and who have no seat from which they are read."""
    seated = {(family, given) for family, given, _ in SEATED}
    notes: list[ProgressNote] = shelf.of(ProgressNote)
    wrong = {note.participant for note in notes if not _is_whole(note)}
    return [
        note
        for note in notes
        if note.participant not in wrong and (note.participant.family_name, note.participant.given_name) not in seated
    ]


def _is_whole(note: ProgressNote) -> bool:
    return note.is_signed and note.manner != Manner.DOING_FOR and note.service.started_at is not None


def _return_lately(shelf: Shelf, decided: Iterable[ProgressNote]) -> None:
    """The last note the first peer specialist signed, who has a sign-in, came back to her."""
    first = workers(shelf, ServiceKind.PEER_SUPPORT)[0]
    own = [note for note in shelf.of(ProgressNote) if note.author is first and note.is_signed and note not in decided]
    if own:
        note = max(own, key=_day)
        _return(shelf, note, ASKED_LATELY, min(before(_day(note), -2), before(shelf.on, 1)))


def _return(shelf: Shelf, note: ProgressNote, comment: str, day: datetime.date) -> None:
    said = {"decision": SignOffDecision.RETURNED, "comment": comment, "decided_on": day, "decided_by": SUPERVISOR}
    shelf.add(SignOff, participant=note.participant, progress_note=note, **said)


def _amend(shelf: Shelf, note: ProgressNote) -> None:
    """Returned three days later, amended and signed two days after that."""
    _return(shelf, note, ASKED_BACK, before(_day(note), -3))
    texts = {name: getattr(note, name) for name in WRITTEN} | {"response": f"{note.response} {MORE}"}
    again = shelf.add(
        ProgressNote, participant=note.participant, service=note.service, author=note.author, amends=note,
        amended_reason=AMENDED, **texts,
    )  # fmt: skip
    _sign(again, note.author, before(_day(note), -5))


def _of_two(
    shelf: Shelf, notes: Iterable[ProgressNote]
) -> Iterator[tuple[ProgressNote, Participant, PlanLine, datetime.date]]:
    """Notes of staff who served somebody else alike that day: whom it is about, under which line, on which day."""
    services: list[Service] = shelf.of(Service)
    for note in notes:
        own, day = note.service, before(_day(note), -1)
        for other in services:
            same = other.staff is own.staff and other.kind == own.kind and other.participant is not own.participant
            if same and other.plan_line and other.served_on == own.served_on and day < shelf.on:
                yield note, other.participant, other.plan_line, day


def _move(shelf: Shelf, note: ProgressNote, to: Participant, line: PlanLine, day: datetime.date) -> None:
    """Moved to whom it is about, and signed there the day after."""
    delivered = {name: getattr(note.service, name) for name in DELIVERED}
    start = moment_of(_day(note), 7 * 60 + 30)  # before anybody else was served
    length = delivered["stopped_at"] - delivered["started_at"]
    note.service.started_at, note.service.stopped_at = start, start + length
    delivered |= {"started_at": start, "stopped_at": start + length}
    service = shelf.add(Service, participant=to, plan_line=line, **delivered)
    texts = {name: getattr(note, name) for name in WRITTEN}
    copy = shelf.add(
        ProgressNote, participant=to, service=service, author=note.author, moved_from=note, moved_reason=MOVED, **texts
    )
    _sign(copy, note.author, day)


def _sign(note: ProgressNote, worker: StaffMember | None, day: datetime.date) -> None:
    note.status, note.signed_by, note.is_signed_by_giver = NoteStatus.SIGNED, worker and worker.name, True
    note.signed_on, note.signed_at = day, moment_of(day, 17 * 60 + 20)


def _day(note: ProgressNote) -> datetime.date:
    assert note.signed_on is not None
    return note.signed_on


def _amend_summary(shelf: Shelf) -> None:
    """The summary of a planned discharge, signed anew by both a week later."""
    for summary in shelf.of(DischargeSummary):
        if not (summary.participant_signed_on and summary.coordinator_signed_on and summary.resume_when):
            continue
        day = before(summary.coordinator_signed_on, -7)
        if day < shelf.on:
            shelf.add(
                DischargeSummary, discharge=summary.discharge, participant=summary.participant, amends=summary,
                amended_reason=SUMMARY_AMENDED, reason=summary.reason, progress=NEW_PROGRESS,
                resume_when=summary.resume_when, participant_signed_on=day, coordinator_signed_on=day,
                coordinator_signed_by=summary.coordinator_signed_by,
            )  # fmt: skip
            return
