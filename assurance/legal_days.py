"""Deadlines worked out a second time, apart from the rules: by walking day after day, and by the federal rule of when
clocks change, with no calendar or zone library."""

from __future__ import annotations

from datetime import date, datetime, timedelta

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
MONDAY, THURSDAY, SATURDAY, SUNDAY = 0, 3, 5, 6
JANUARY, FEBRUARY, MARCH, MAY, JULY, SEPTEMBER, NOVEMBER, DECEMBER = 1, 2, 3, 5, 7, 9, 11, 12
STANDARD, SAVING = timedelta(hours=-6), timedelta(hours=-5)


def is_open(day: date) -> bool:
    """Whether Wisconsin's state offices are open: no weekend, none of the nine days of Wis. Stat. 230.35(4)(a)."""
    return day.weekday() < SATURDAY and not _is_closed(day)


def _is_closed(day: date) -> bool:
    named = {(JANUARY, 1), (JULY, 4), (DECEMBER, 24), (DECEMBER, 25), (DECEMBER, 31)}
    if (day.month, day.day) in named:
        return True
    before = day - DAY
    if before.weekday() == SUNDAY and (before.month, before.day) in {(JANUARY, 1), (JULY, 4), (DECEMBER, 25)}:
        return True
    if day.weekday() == MONDAY:
        is_third_of_january = day.month == JANUARY and 15 <= day.day <= 21
        is_first_of_september = day.month == SEPTEMBER and day.day <= 7
        return is_third_of_january or is_first_of_september or (day.month == MAY and (day + 7 * DAY).month != MAY)
    return day.weekday() == THURSDAY and day.month == NOVEMBER and 22 <= day.day <= 28


def business_days(day: date, count: int) -> date:
    """The open day so many open days after."""
    left = count
    while left > 0:
        day = day + DAY
        if is_open(day):
            left = left - 1
    return day


def months(day: date, count: int) -> date:
    """The same day of the month so many months on, walked month by month; the last of a month that is too short."""
    year, month = day.year, day.month
    for _ in range(count):
        year, month = (year + 1, JANUARY) if month == DECEMBER else (year, month + 1)
    last = (date(year + 1, JANUARY, 1) if month == DECEMBER else date(year, month + 1, 1)) - DAY
    return last if day.day > last.day else date(year, month, day.day)


def birthday(born: date, years: int) -> date:
    """The day somebody turns so old; who was born on a leap day turns it the day after 28 February."""
    year = born.year + years
    is_leap = (year % 4 == 0 and year % 100 != 0) or year % 400 == 0
    if (born.month, born.day) == (FEBRUARY, 29) and not is_leap:
        return date(year, MARCH, 1)
    return date(year, born.month, born.day)


def own_time(moment: datetime) -> datetime:
    """What a clock in Chicago or Madison shows at a moment in UTC: daylight saving runs from the second Sunday of March
    to the first of November, at two o'clock by the clock that is ending (15 U.S.C. 260a)."""
    begins = _nth_sunday(moment.year, MARCH, 2) + 2 * HOUR - STANDARD
    ends = _nth_sunday(moment.year, NOVEMBER, 1) + 2 * HOUR - SAVING
    return moment + (SAVING if begins <= moment < ends else STANDARD)


def _nth_sunday(year: int, month: int, nth: int) -> datetime:
    day = datetime.combine(date(year, month, 1), datetime.min.time())
    while day.weekday() != SUNDAY:
        day = day + DAY
    return day + (nth - 1) * 7 * DAY
