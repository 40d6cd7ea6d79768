"""What a packet holds for each participant of a sample, as one table: the checklist and the packet are made from it.

The page names three occasions and not of which year; the last of each before the end of the period is asked for, as
the page of 2020 said: "most recently completed materials". Six months not yet over owe no six-month update.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

PLACE = "Annual documentation oversight"
HALF_YEAR = 6
T = TypeVar("T")


class Occasion(StrEnum):
    """When a set of documents is made, in the page's words."""

    INITIAL = "Initial enrollment"
    ANNUAL = "Annual recertification"
    SIX_MONTH = "Six-month update"
    DISCHARGE = "Discharge"


@dataclass(frozen=True)
class Requirement:
    """One document of one occasion. `table` is the record's, `rule` the criterion that asks for it, `quote` the words
    of the page at `PLACE`."""

    id: str
    occasion: Occasion
    label: str
    table: str
    rule: str
    quote: str

    @property
    def name(self) -> str:
        """As a reader sees it: the occasion, then the document."""
        return f"{self.occasion}: {self.label}"


SCREEN = (
    "functional screen results",
    "functional_screen",
    "Mental Health and Substance Use Disorder Functional Screen results",
)
ASSESSMENT = ("assessment results", "assessment", "Assessment results")
PLAN = ("service plan", "service_plan", "Service plan")

REQUIREMENTS: tuple[Requirement, ...] = (
    Requirement("initial_screen", Occasion.INITIAL, *SCREEN[:2], "PLAN-1.screen", SCREEN[2]),
    Requirement("initial_assessment", Occasion.INITIAL, *ASSESSMENT[:2], "PLAN-1.assessment", ASSESSMENT[2]),
    Requirement("initial_plan", Occasion.INITIAL, *PLAN[:2], "PLAN-1.plan", PLAN[2]),
    Requirement("annual_screen", Occasion.ANNUAL, *SCREEN[:2], "PLAN-2.screen", SCREEN[2]),
    Requirement("annual_assessment", Occasion.ANNUAL, *ASSESSMENT[:2], "PLAN-2.assessment", ASSESSMENT[2]),
    Requirement("annual_plan", Occasion.ANNUAL, *PLAN[:2], "PLAN-2.plan", PLAN[2]),
    Requirement("six_month_assessment", Occasion.SIX_MONTH, *ASSESSMENT[:2], "PLAN-3.assessment", ASSESSMENT[2]),
    Requirement("six_month_plan", Occasion.SIX_MONTH, *PLAN[:2], "PLAN-3.plan", PLAN[2]),
    Requirement(
        "discharge_summary", Occasion.DISCHARGE, "discharge summary", "discharge_summary", "DSC-1",
        "Discharge summary, if applicable",
    ),
)  # fmt: skip
BY_ID = {requirement.id: requirement for requirement in REQUIREMENTS}


@dataclass(frozen=True)
class Owed:
    """A requirement of one participant, due on a day. Documents after `since` and up to `late_until` are for it."""

    requirement: Requirement
    due_on: datetime.date
    since: datetime.date
    late_until: datetime.date


def owed(*, enrolled_on: datetime.date | None, discharged_on: datetime.date | None, until: datetime.date) -> list[Owed]:
    """What the packet holds for somebody enrolled and perhaps discharged on these days, in a period ending `until`.

    Nobody knows what is owed for an enrollment without its day: the list is empty, and the day is what is missing.
    """
    if enrolled_on is None or enrolled_on > until:
        return []
    is_over = discharged_on is not None and discharged_on <= until
    last = discharged_on if is_over and discharged_on else until
    half_years = _whole_months(enrolled_on, last) // HALF_YEAR
    found = list(_set(enrolled_on, half_years - half_years % 2))
    if half_years:
        found += _set(enrolled_on, half_years - 1 + half_years % 2)
    if is_over and discharged_on:
        summary = BY_ID["discharge_summary"]
        found.append(Owed(summary, discharged_on, enrolled_on - datetime.timedelta(days=1), datetime.date.max))
    return found


def chosen(made: Iterable[tuple[datetime.date, T]], for_: Owed) -> T | None:
    """Of documents with the days they were completed on, the last in time; else the first that came late."""
    dated = sorted((pair for pair in made if for_.since < pair[0] <= for_.late_until), key=lambda pair: pair[0])
    in_time = [found for day, found in dated if day <= for_.due_on]
    late = [found for day, found in dated if day > for_.due_on]
    return in_time[-1] if in_time else next(iter(late), None)


def months_after(day: datetime.date, months: int) -> datetime.date:
    """The same day so many calendar months on, or the last of a shorter month."""
    year, month = divmod(day.month - 1 + months, 12)
    last = calendar.monthrange(day.year + year, month + 1)[1]
    return datetime.date(day.year + year, month + 1, min(day.day, last))


def _set(enrolled_on: datetime.date, nth: int) -> Iterator[Owed]:
    """The documents of the update `nth` half-years after enrollment."""
    occasion = Occasion.SIX_MONTH if nth % 2 else Occasion.ANNUAL if nth else Occasion.INITIAL
    for requirement in REQUIREMENTS:
        if requirement.occasion == occasion:
            every = 2 if requirement.table == "functional_screen" else 1
            since = months_after(enrolled_on, (nth - every) * HALF_YEAR) if nth else datetime.date.min
            late_until = months_after(enrolled_on, nth * HALF_YEAR + every * HALF_YEAR // 2)
            yield Owed(requirement, months_after(enrolled_on, nth * HALF_YEAR), since, late_until)


def _whole_months(start: datetime.date, end: datetime.date) -> int:
    months = (end.year - start.year) * 12 + end.month - start.month
    return months if months_after(start, months) <= end else months - 1
