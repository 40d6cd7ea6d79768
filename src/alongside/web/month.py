"""A month of the calendar as a page shows it: weeks of days, each day with its entries."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

from alongside.reviews.days import CalendarDay, names_of_people

FIRST_YEAR, LAST_YEAR = 2010, 2100
SHOWN = 3
WEEK = calendar.Calendar(firstweekday=calendar.SUNDAY)


@dataclass(frozen=True)
class Entry:
    """One entry with the name of whom it is about; nobody's where it is about nobody."""

    day: CalendarDay
    person: str

    @property
    def tone(self) -> str:
        """The class that colors it."""
        return self.day.kind.replace(" ", "-")


@dataclass(frozen=True)
class Square:
    """One day of the month's sheet."""

    on: datetime.date
    is_in_month: bool
    is_today: bool
    entries: list[Entry]

    @property
    def first(self) -> list[Entry]:
        """Those shown in the square."""
        return self.entries[:SHOWN]

    @property
    def rest(self) -> int:
        """How many more the day has."""
        return max(0, len(self.entries) - SHOWN)


def month_of(text: str, on: datetime.date) -> datetime.date:
    """The first day of a month written 2026-11; of this month where the text is none."""
    if re.fullmatch(r"\d{4}-\d{2}", text, re.ASCII):
        year, month = int(text[:4]), int(text[5:])
        if FIRST_YEAR <= year < LAST_YEAR and 1 <= month <= 12:
            return datetime.date(year, month, 1)
    return on.replace(day=1)


def ends(first: datetime.date) -> tuple[datetime.date, datetime.date]:
    """The first and the last day of the month's sheet, whole weeks from Sunday to Saturday."""
    days = list(WEEK.itermonthdates(first.year, first.month))
    return days[0], days[-1]


def beside(first: datetime.date) -> tuple[datetime.date, datetime.date]:
    """The first days of the month before and of the month after."""
    return (first - datetime.timedelta(days=1)).replace(day=1), (first + datetime.timedelta(days=32)).replace(day=1)


def entries_of(days: Iterable[CalendarDay]) -> list[Entry]:
    """Entries with the names of whom they are about."""
    found = list(days)
    names = names_of_people(found)
    return [Entry(day, names.get(day.whose, "") if day.whose else "") for day in found]


def squares(first: datetime.date, entries: Iterable[Entry], on: datetime.date) -> list[Square]:
    """Every day of the month's sheet."""
    by_day: dict[datetime.date, list[Entry]] = {}
    for entry in entries:
        by_day.setdefault(entry.day.on, []).append(entry)
    return [
        Square(day, day.month == first.month, day == on, by_day.get(day, []))
        for day in WEEK.itermonthdates(first.year, first.month)
    ]
