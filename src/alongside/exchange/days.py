"""Days as people write them in spreadsheets. What could be read two ways is read by the mapping's order, or refused."""

from __future__ import annotations

import datetime
import re
from typing import Any

from .problems import Unreadable

MONTH_FIRST, DAY_FIRST = "month first", "day first"
FIRST_YEAR, LAST_YEAR = 1900, 2100
EXPECTED = "a date such as 2026-11-20 or 11/20/2026"
RETYPE = "Type the date as 2026-11-20, or as a date of the spreadsheet."

_TIME = r"(?:[T ,]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp]\.?[Mm]\.?)?Z?)?"
_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})" + _TIME)
_NUMBERS = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})" + _TIME)
_SOLID = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? +", re.IGNORECASE)
_MONTH_NAMED_FIRST = re.compile(r"([A-Za-z]{3,9})\.?[ -](\d{1,2})(?:st|nd|rd|th)?(?:, ?|[ -])(\d{4}|\d{2})" + _TIME)
_DAY_THEN_NAME = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.?(?: |-)?([A-Za-z]{3,9})\.?(?:, ?|[ -])?(\d{4}|\d{2})" + _TIME)
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip

_SERIAL_FROM = {False: datetime.date(1899, 12, 30), True: datetime.date(1904, 1, 1)}
# Day numbers below this are years typed into a date column, or days before anybody's birth.
_LOWEST_SERIAL, _HIGHEST_SERIAL = 3_000, 73_050


def read_day(value: Any, *, order: str, is_1904: bool, newest_year: int) -> datetime.date:
    """The day a cell holds. Two-digit years are the last ones that do not pass `newest_year`. Raises `Unreadable`."""
    if isinstance(value, datetime.datetime):
        day = value.date()
    elif isinstance(value, datetime.date):
        day = value
    elif isinstance(value, float | int) and not isinstance(value, bool):
        day = _from_number(value, is_1904)
    elif isinstance(value, str):
        day = _from_text(" ".join(value.split()), order, newest_year)
    else:
        raise Unreadable(EXPECTED, RETYPE)
    if not FIRST_YEAR <= day.year < LAST_YEAR:
        raise Unreadable(f"a date from {FIRST_YEAR} to {LAST_YEAR - 1}", "Check the year.")
    return day


def orders_of(value: Any) -> frozenset[str]:
    """Which orders of day and month a cell can be read in, where it is one of those that have an order."""
    if not isinstance(value, str) or not (match := _NUMBERS.fullmatch(" ".join(value.split()))):
        return frozenset()
    first, second = int(match[1]), int(match[3])
    possible = {MONTH_FIRST: first <= 12 and second <= 31, DAY_FIRST: second <= 12 and first <= 31}
    return frozenset(order for order, fits in possible.items() if fits)


def _from_number(value: float, is_1904: bool) -> datetime.date:
    whole = int(value) if abs(value) < 1e9 else 0
    if match := _SOLID.fullmatch(str(whole)):
        return _made(int(match[1]), int(match[2]), int(match[3]))
    if not _LOWEST_SERIAL <= whole <= _HIGHEST_SERIAL:
        raise Unreadable(EXPECTED, RETYPE, "a number that is no day number of the spreadsheet")
    return _SERIAL_FROM[is_1904] + datetime.timedelta(days=whole)


def _from_text(text: str, order: str, newest_year: int) -> datetime.date:
    text = _WEEKDAY.sub("", text, count=1)
    if match := _ISO.fullmatch(text):
        return _made(int(match[1]), int(match[3]), int(match[4]))
    if match := _SOLID.fullmatch(text):
        return _made(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMBERS.fullmatch(text):
        return _in_order(int(match[1]), int(match[3]), _year(match[4], newest_year), order)
    if match := _MONTH_NAMED_FIRST.fullmatch(text):
        return _made(_year(match[3], newest_year), _month(match[1]), int(match[2]))
    if match := _DAY_THEN_NAME.fullmatch(text):
        return _made(_year(match[3], newest_year), _month(match[2]), int(match[1]))
    if re.fullmatch(r"\d{4,5}(\.\d+)?", text):
        raise Unreadable(
            EXPECTED, RETYPE, "a day number kept as text; which day it means depends on the workbook it came from"
        )
    raise Unreadable(EXPECTED, RETYPE)


def _in_order(first: int, second: int, year: int, order: str) -> datetime.date:
    month, day = (first, second) if order == MONTH_FIRST else (second, first)
    if month > 12 >= day:
        other = DAY_FIRST if order == MONTH_FIRST else MONTH_FIRST
        raise Unreadable(
            f"a date written {order}, as the mapping says",
            f"Type it as {year}-{day:02}-{month:02} if that is the day. If the file is written {other}, say so in "
            "the mapping.",
            f"there is no month {month}",
        )
    return _made(year, month, day)


def _month(name: str) -> int:
    name = name.lower()
    found = [n for n, month in enumerate(_MONTHS, 1) if month.startswith(name) or (name == "sept" and n == 9)]
    if len(found) != 1:
        raise Unreadable(EXPECTED, RETYPE, "no month is called so")
    return found[0]


def _year(digits: str, newest_year: int) -> int:
    if len(digits) == 4:
        return int(digits)
    year = newest_year - newest_year % 100 + int(digits)
    return year if year <= newest_year else year - 100


def _made(year: int, month: int, day: int) -> datetime.date:
    try:
        return datetime.date(year, month, day)
    except ValueError as error:
        raise Unreadable(EXPECTED, RETYPE, "there is no such day") from error
