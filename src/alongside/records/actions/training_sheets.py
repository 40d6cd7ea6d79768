"""Recording training as it is held: on a sheet of one's own, or for everybody of a class at once."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from ..models import Document, DocumentKind, StaffMember, Topic, Training, TrainingClass, TrainingSheet
from ..models import TrainingSource as Source
from ..problems import Clash, Conflict, Problem
from .recording import locked, recording, refuse, store, store_again

if TYPE_CHECKING:
    from alongside.access.models import Program, User

# What the method of training is called where nobody wrote another name for it.
METHODS = {
    Source.CLASS: "presentation",
    Source.WEBINAR: "webinar",
    Source.CONFERENCE: "conference",
    Source.SELF_STUDY: "self-study",
    Source.OVERVIEW_VIDEO: "video",
    Source.NOTES_VIDEO: "video",
    Source.INCIDENT_VIDEO: "video",
    Source.QUARTERLY_MEETING: "quarterly meeting",
}


@dataclass(frozen=True)
class Held:
    """What was held: its day, where the hours come from, how, what about, and the hours of each topic."""

    held_on: datetime.date | None
    hours: Mapping[str, Decimal]
    source: str | None = None
    method: str | None = None
    content: str | None = None

    @property
    def how(self) -> str | None:
        """The method, by its source where nobody wrote it."""
        return self.method or METHODS.get(Source(self.source)) if self.source in Source.values else self.method


class SheetConflict(Conflict):
    """Two people wrote the same sheet at once. `clashes` holds what the sheet says beside what was to be written."""

    def __init__(self, sheet: TrainingSheet, version: int, held: Held) -> None:
        super().__init__(sheet, version, {})
        now = list(sheet.sessions.all())
        hours = {str(one.topic): one.hours for one in now}
        first = now[0] if now else None
        theirs = {name: getattr(first, name, None) for name in ("held_on", "method", "content")}
        yours = {"held_on": held.held_on, "method": held.how, "content": held.content}
        said = [(name, theirs[name], yours[name]) for name in theirs]
        said += [(f"hours_{topic}", hours.get(topic), held.hours.get(topic)) for topic in Topic.values]
        said.append(("source", sheet.source, held.source))
        self.clashes = tuple(Clash(*one) for one in said)


def record_sheet(*, staff: StaffMember, held: Held, on: datetime.date, by: User | None) -> TrainingSheet:
    """Record what one staff member was trained in, a session for each topic. The county signs it afterwards."""
    refuse(_problems_of_hours(held))
    with recording(program_id=staff.program_id, by=by):
        return _sheet(staff, held, None, on)


def record_class(
    *, program: Program, held: Held, attended: Sequence[StaffMember], on: datetime.date, by: User | None
) -> TrainingClass:
    """Record a class for everybody who was there: a sheet each, all of them or none."""
    nobody = [Problem("attended", "nobody", "at least one staff member", "Tick who was there.")]
    refuse([*_problems_of_hours(held), *([] if attended else nobody)])
    with recording(program_id=program.pk, by=by):
        of_class = TrainingClass(
            program_id=program.pk, held_on=held.held_on, source=held.source, method=held.how, content=held.content
        )
        store(of_class, on=on)
        for staff in attended:
            _sheet(staff, held, of_class, on)
        return of_class


def change_sheet(
    *, sheet: TrainingSheet, version: int, held: Held, on: datetime.date, by: User | None
) -> TrainingSheet:
    """Write a sheet nobody signed anew. Raises `Conflict` when somebody else changed it since `version`."""
    refuse(_problems_of_hours(held))
    with recording(program_id=sheet.program_id, by=by):
        sheet = locked(sheet)
        if sheet.version != version:
            raise SheetConflict(sheet, version, held)
        refuse(_signed(sheet))
        before = {one.topic: one for one in sheet.sessions.select_for_update()}
        for topic, session in before.items():
            if topic not in held.hours:
                session.delete()
        for topic, hours in held.hours.items():
            said = {"held_on": held.held_on, "hours": hours, "method": held.how, "content": held.content}
            if topic in before:
                _change(before[topic], said, on)
            else:
                _session(sheet, topic, held, hours, on)
        sheet.source = held.source
        return store_again(sheet, fields=("source",), on=on)


def discard_sheet(*, sheet: TrainingSheet, on: datetime.date, by: User | None) -> None:
    """Take away a sheet recorded by mistake, with its sessions. One that is signed stays."""
    with recording(program_id=sheet.program_id, by=by):
        sheet = locked(sheet)
        refuse(_signed(sheet))
        sheet.sessions.all().delete()
        sheet.delete()


def gather_sessions(*, sessions: Sequence[Training], on: datetime.date, by: User | None) -> list[TrainingSheet]:
    """Put sessions of one staff member that stand alone and nobody signed on sheets, so that the county can sign.

    Those of one day, method and content come on one sheet, each topic once.
    """
    nothing = [Problem("sessions", "none", "sessions nobody signed", "Nothing is left to do.")]
    refuse([] if sessions else nothing)
    with recording(program_id=sessions[0].program_id, by=by):
        held = [locked(one) for one in sessions]
        refuse([_not_free(one) for one in held if one.training_sheet_id or one.county_signed_by])
        found: dict[tuple[object, ...], TrainingSheet] = {}
        times: Counter[tuple[object, ...]] = Counter()
        for one in held:
            alike = (one.held_on, one.method, one.content)
            times[*alike, one.topic] += 1
            key = (*alike, times[*alike, one.topic])
            if key not in found:
                found[key] = store(TrainingSheet(program_id=one.program_id, staff_id=one.staff_id), on=on)
            one.training_sheet = found[key]
            store_again(one, fields=("training_sheet",), on=on)
        return list(found.values())


def _sheet(staff: StaffMember, held: Held, of_class: TrainingClass | None, on: datetime.date) -> TrainingSheet:
    sheet = TrainingSheet(program_id=staff.program_id, staff=staff, training_class=of_class, source=held.source)
    store(sheet, on=on)
    for topic in Topic.values:
        if topic in held.hours:
            _session(sheet, topic, held, held.hours[topic], on)
    return sheet


def _session(sheet: TrainingSheet, topic: str, held: Held, hours: Decimal, on: datetime.date) -> Training:
    staff = sheet.staff
    session = Training(
        program_id=sheet.program_id,
        staff=staff,
        training_sheet=sheet,
        topic=topic,
        hours=hours,
        held_on=held.held_on,
        employee_name=staff.name,
        employer_name=staff.provider.name if staff.provider else None,
        method=held.how,
        content=held.content,
    )
    return store(session, on=on)


def _change(session: Training, said: Mapping[str, object], on: datetime.date) -> None:
    if all(getattr(session, name) == value for name, value in said.items()):
        return
    for name, value in said.items():
        setattr(session, name, value)
    store_again(session, fields=tuple(said), on=on)


def _problems_of_hours(held: Held) -> list[Problem]:
    problems = []
    if not held.hours:
        fix = "Write the hours beside each topic it covered; an hour can go to one topic only."
        problems.append(Problem("hours", "nothing", "hours on at least one topic", fix))
    if held.held_on is None:
        problems.append(Problem("held_on", "nothing", "the day it was held", "Write the day."))
    if sum(held.hours.values(), Decimal(0)) > 24:
        fix = "Record each day on its own."
        problems.append(Problem("hours", str(sum(held.hours.values())), "at most the hours of one day", fix))
    return problems


def _signed(sheet: TrainingSheet) -> list[Problem]:
    if Document.of(DocumentKind.TRAINING_SHEET, sheet.pk) is None:
        return []
    return [Problem("sheet", "a signed training record", "one nobody signed", "It stays as it was signed.")]


def _not_free(session: Training) -> Problem:
    found = f"the session of {session.held_on}, which is signed or on a sheet"
    return Problem("sessions", found, "sessions nobody signed", "Load the page again.")
