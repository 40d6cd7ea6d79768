"""What the county signs for: the sessions of one staff member, with what their record has to hold."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from ..models import Training, TrainingSheet
from .wording import Section, label, section, table

TITLE, FORM = "Training record", ""
HEADINGS = ["Date of the training", "Topic", "Hours", "Method", "Course content"]


def sections(sheet: TrainingSheet) -> list[Section]:
    """Who was trained, every session with its topic and hours, and the hours in all. The signature is beside it."""
    sessions = sessions_of(sheet)
    trained = section(
        "Who was trained",
        ("Name of the employee", _each(one.employee_name for one in sessions)),
        ("Name of the employer", _each(one.employer_name for one in sessions)),
    )
    rows = [
        [one.held_on, label(one, "topic") if one.topic else None, _hours(one.hours), one.method, one.content]
        for one in sessions
    ]
    in_all = sum((one.hours for one in sessions if one.hours), Decimal(0))
    last = section("In all", ("Hours", _hours(in_all)))
    source = [section("Where the hours come from", ("Source", label(sheet, "source")))] if sheet.source else []
    return [trained, *source, table("Sessions", HEADINGS, rows), last]


def sessions_of(sheet: TrainingSheet) -> list[Training]:
    """The sessions on a sheet, by day and topic."""
    return list(sheet.sessions.order_by("held_on", "topic", "pk"))


def _each(names: Iterable[str | None]) -> str | None:
    found = dict.fromkeys(name for name in names if name)
    return ", ".join(found) or None


def _hours(value: Decimal | None) -> str | None:
    return None if value is None else f"{value.normalize():f}"
