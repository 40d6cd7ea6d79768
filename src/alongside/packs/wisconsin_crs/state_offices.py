"""Days on which Wisconsin's state offices are closed, by Wis. Stat. 230.35(4)(a), and business days by them.

The state's page on CRS does not define a business day (open question 25); counting by the days state offices are open
is our reading.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

MONDAY, THURSDAY = 0, 3
SATURDAY, SUNDAY = 5, 6


@cache
def closed_days(year: int) -> frozenset[date]:
    """The holidays of a year. Where 1 January, 4 July or 25 December is a Sunday, the Monday after is one too."""
    fixed = [date(year, *day) for day in ((1, 1), (7, 4), (12, 24), (12, 25), (12, 31))]
    moved = [day + timedelta(days=1) for day in fixed if day.weekday() == SUNDAY and (day.month, day.day) in MOVING]
    floating = (
        _nth(year, 1, MONDAY, 3), _last_monday(year, 5), _nth(year, 9, MONDAY, 1), _nth(year, 11, THURSDAY, 4),
    )  # fmt: skip
    return frozenset((*fixed, *moved, *floating))


MOVING = {(1, 1), (7, 4), (12, 25)}


def is_business_day(day: date) -> bool:
    """Whether state offices are open."""
    return day.weekday() not in (SATURDAY, SUNDAY) and day not in closed_days(day.year)


def business_days_after(day: date, count: int) -> date:
    """The business day so many business days after a day, which itself does not count."""
    while count:
        day += timedelta(days=1)
        count -= is_business_day(day)
    return day


def _nth(year: int, month: int, weekday: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def _last_monday(year: int, month: int) -> date:
    last = date(year, month + 1, 1) - timedelta(days=1)
    return last - timedelta(days=last.weekday())
