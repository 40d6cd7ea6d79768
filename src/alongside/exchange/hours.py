"""Hours as people type them: 2, 2h, 1.5 hrs, 90 min, 1 h 30 min, or a time of the spreadsheet."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import Any

from .cells import read_text
from .problems import Unreadable

_HOURS = re.compile(r"([+-]?(?:\d+(?:\.\d*)?|\.\d+)) ?(?:h|hr|hrs|hour|hours)?\.?", re.IGNORECASE)
_MINUTES = re.compile(r"([+-]?\d+) ?(?:m|min|mins|minute|minutes)\.?", re.IGNORECASE)
_BOTH = re.compile(
    r"(\d+) ?(?:h|hr|hrs|hour|hours)\.?,? ?(?:and )?(\d+) ?(?:m|min|mins|minute|minutes)\.?", re.IGNORECASE
)
HOURS_AT_MOST = 24
HOURS_EXPECTED = "hours as a number above 0 and at most 24, such as 1.5"


def read_hours(value: Any) -> Decimal:
    """Hours to two decimals: 2, 2h, 1.5 hrs, 90 min, 1 h 30 min, or a time of the spreadsheet. Raises `Unreadable`."""
    hours = _hours(value)
    fix = "Type the hours as a number, such as 1.5."
    if not 0 < hours <= HOURS_AT_MOST:
        raise Unreadable(HOURS_EXPECTED, fix, "not above 0" if hours <= 0 else "more than a day has")
    if hours != (kept := hours.quantize(Decimal("0.01"))):
        raise Unreadable(
            "hours with two decimals at most", f"Type {kept} if that is what was meant.", f"{hours:.4f} hours"
        )
    return kept


def _hours(value: Any) -> Decimal:
    if isinstance(value, bool):
        raise Unreadable(HOURS_EXPECTED, "Type the hours as a number, such as 1.5.")
    if isinstance(value, float | int):
        return _decimal(value)
    if isinstance(value, datetime.timedelta):
        return _decimal(value.total_seconds() / 3600)
    if isinstance(value, datetime.time):
        return _decimal(value.hour + value.minute / 60 + value.second / 3600)
    text = " ".join(read_text(value).split())
    if match := _HOURS.fullmatch(text):
        return Decimal(match[1])
    if match := _MINUTES.fullmatch(text):
        return _decimal(int(match[1]) / 60)
    if match := _BOTH.fullmatch(text):
        return _decimal(int(match[1]) + int(match[2]) / 60)
    raise Unreadable(HOURS_EXPECTED, "Type the hours as a number, such as 1.5.")


def _decimal(number: float) -> Decimal:
    # Six decimals tell 0.1 + 0.2 from a real third, and keep infinities and the like out.
    if not abs(number) < 1e9:
        raise Unreadable(HOURS_EXPECTED, "Type the hours as a number, such as 1.5.")
    return Decimal(f"{number:.6f}").normalize()
