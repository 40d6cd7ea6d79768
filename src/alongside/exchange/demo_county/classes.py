"""A class held in October and signed for, a newcomer in her second month, and a video nobody has signed for yet."""

from __future__ import annotations

import datetime
from decimal import Decimal

from alongside.records.models import StaffMember, Topic, Training, TrainingClass, TrainingSheet, TrainingSource

from .shelf import Shelf, before, months_after

SIGNED_BY = "Cora Plover"
TAUGHT = {Topic.CIVIL_RIGHTS: Decimal(1), Topic.PATIENT_RIGHTS: Decimal("1.5")}
CONTENT = "Rights: the ADA and the Civil Rights Act of 1964; Wis. Stat. 51.61 and DHS 94, with examples from our homes"
VIDEO = "Progress-note video: the three services, what a note needs, examples of suitable and unsuitable notes"
SEATS = 6
COVERED = 3
DAYS_HERE = 40


def add_classes(shelf: Shelf, own: tuple[str, str]) -> None:
    """Put them on the shelf, after everything else. `own` names who has watched the video by herself."""
    newcomer = _in_her_second_month(shelf, own)
    _held_in_october(shelf, newcomer)
    for staff in shelf.of(StaffMember):
        if (staff.person.family_name, staff.person.given_name) == own:
            sheet = shelf.add(TrainingSheet, staff=staff, source=TrainingSource.NOTES_VIDEO)
            _session(shelf, sheet, Topic.DOCUMENTATION, Decimal(1), before(shelf.on, 3), "video", VIDEO)


def _held_in_october(shelf: Shelf, newcomer: StaffMember | None) -> None:
    held_on = datetime.date(shelf.on.year, 10, 14)
    if held_on >= shelf.on:
        held_on = held_on.replace(year=shelf.on.year - 1)
    here = [one for one in shelf.of(StaffMember) if one.started_on and one.started_on <= held_on and not one.ended_on]
    there = sorted((one for one in here if one is not newcomer), key=lambda one: one.started_on, reverse=True)[:SEATS]
    of_class = shelf.add(
        TrainingClass, held_on=held_on, source=TrainingSource.CLASS, method="presentation", content=CONTENT
    )
    for staff in there:
        sheet = shelf.add(
            TrainingSheet,
            staff=staff,
            training_class=of_class,
            source=TrainingSource.CLASS,
            county_signed_on=before(held_on, -1),
            county_signed_by=SIGNED_BY,
        )
        for topic, hours in TAUGHT.items():
            _session(shelf, sheet, topic, hours, held_on, "presentation", CONTENT)


def _session(
    shelf: Shelf,
    sheet: TrainingSheet,
    topic: Topic,
    hours: Decimal,
    held_on: datetime.date,
    method: str,
    content: str,
) -> None:
    staff = sheet.staff
    shelf.add(
        Training,
        staff=staff,
        training_sheet=sheet,
        topic=topic,
        hours=hours,
        held_on=held_on,
        employee_name=staff.name,
        employer_name=staff.provider.name if staff.provider else None,
        method=method,
        content=content,
        county_signed_by=sheet.county_signed_by,
    )


def _in_her_second_month(shelf: Shelf, own: tuple[str, str]) -> StaffMember | None:
    """Let one of those who came lately have come six weeks ago, with three topics behind her and four ahead."""
    for staff in shelf.of(StaffMember):
        is_own = (staff.person.family_name, staff.person.given_name) == own
        if is_own or staff.ended_on or staff.started_on is None or months_after(staff.started_on, 3) <= shelf.on:
            continue
        kept = [one for one in shelf.of(Training) if one.staff is staff][:COVERED]
        if len(kept) < COVERED:
            continue
        staff.started_on = before(shelf.on, DAYS_HERE)
        for nth, one in enumerate(kept):
            one.held_on = before(shelf.on, DAYS_HERE - 5 - 4 * nth)
        shelf.rows[Training] = [one for one in shelf.of(Training) if one.staff is not staff or one in kept]
        return staff
    return None
