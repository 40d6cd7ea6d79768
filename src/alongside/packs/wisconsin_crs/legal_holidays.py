"""Legal holidays by Wis. Stat. 995.20, the names of these and of the days state offices are closed, and how a last day
rolls on.

Wis. Stat. 990.001(4) speaks of laws; the state's page is guidance, so that counting by it is our reading (`last_day`).
The days of elections, which 995.20 lists too, follow no rule of the calendar and are left out.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from .state_offices import MONDAY, SATURDAY, SUNDAY, THURSDAY, _last_monday, _nth, closed_days


@cache
def legal_holidays(year: int) -> dict[date, str]:
    """The legal holidays of a year with their names. Where one is a Sunday, the Monday after is one too."""
    named = {
        date(year, 1, 1): "New Year’s Day",
        _nth(year, 1, MONDAY, 3): "Martin Luther King, Jr. Day",
        _nth(year, 2, MONDAY, 3): "Presidents’ Day",
        _last_monday(year, 5): "Memorial Day",
        date(year, 6, 19): "Juneteenth Day",
        date(year, 7, 4): "Independence Day",
        _nth(year, 9, MONDAY, 1): "Labor Day",
        _nth(year, 10, MONDAY, 2): "Columbus Day",
        date(year, 11, 11): "Veterans Day",
        _nth(year, 11, THURSDAY, 4): "Thanksgiving Day",
        date(year, 12, 25): "Christmas Day",
    }
    sundays = {day: name for day, name in named.items() if day.weekday() == SUNDAY}
    return named | {day + timedelta(days=1): f"{name}, observed" for day, name in sundays.items()}


@cache
def offices_closed(year: int) -> dict[date, str]:
    """The days other than Saturdays and Sundays on which state offices are closed, with their names."""
    eves = {date(year, 12, 24): "Christmas Eve", date(year, 12, 31): "New Year’s Eve"}
    names = legal_holidays(year) | eves
    return {day: names.get(day, "Holiday, observed") for day in sorted(closed_days(year))}


def is_rolled_over(day: date) -> bool:
    """Whether a last day on this day moves on: a Saturday, a Sunday or a legal holiday."""
    return day.weekday() in (SATURDAY, SUNDAY) or day in legal_holidays(day.year)


def rolled(day: date) -> date:
    """The day a last day moves to: the next that is no Saturday, no Sunday and no legal holiday; often the day itself."""
    while is_rolled_over(day):
        day += timedelta(days=1)
    return day
