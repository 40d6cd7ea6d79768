"""Business days on the calendar a program reads them by, as the engines look them up.

An engine does not walk a calendar. So for each day of some years the text below holds one letter: how many days later
the last day is, counted in Python from the same tables as everywhere else. A day outside those years is not known.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import Any

import ibis
from ibis.expr.types import Table

from alongside.law import after, chosen
from alongside.law.rule import Step

from .oversight_figures import OVERSIGHT
from .readings_of_oversight import BUSINESS_DAYS

FIRST, LAST = date(2018, 1, 1), date(2037, 12, 31)
NONE = ord("0")


def business_days(fact: str, start: str, count: int) -> Step:
    """A step that adds as `fact` the business day so many after the day `start`, by the reading `business_days`."""

    def step(subject: Table) -> Table:
        looked_up = [
            (chosen(BUSINESS_DAYS, choice).resolve(subject), _looked_up(subject[start], _letters(counted, count)))
            for choice, (_name, counted) in OVERSIGHT.calendars.items()
        ]
        return subject.mutate(**{fact: ibis.cases(*looked_up, else_=ibis.null("date"))})

    return step


def rolled(fact: str, day: str) -> Step:
    """A step that adds as `fact` the day `day`, moved on where it is a Saturday, a Sunday or a legal holiday."""

    def step(subject: Table) -> Table:
        return subject.mutate(**{fact: _looked_up(subject[day], _letters(_rolled, 0))})

    return step


def _looked_up(day: Any, letters: str) -> Any:
    nth = day.epoch_days() - (FIRST - date(1970, 1, 1)).days
    letter = ibis.literal(letters).substr(nth.cast("int32"), 1).nullif("")
    is_known = (nth >= 0) & (nth < len(letters))
    return ibis.ifelse(is_known, after(day, days=letter.ascii_str() - NONE), ibis.null("date"))


@cache
def _letters(counted: Callable[[date, int], date], count: int) -> str:
    days = (FIRST + timedelta(days=nth) for nth in range((LAST - FIRST).days + 1))
    return "".join(chr(NONE + (counted(day, count) - day).days) for day in days)


def _rolled(day: date, _count: int) -> date:
    return OVERSIGHT.rolled(day)
