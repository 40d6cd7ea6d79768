"""The groups incidents are counted in: month, kind of place and time of day, in words."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils import timezone

from alongside.records.models import Setting

UNKNOWN = "Not recorded"
DAYTIMES = (
    (0, "Night, midnight to 6"),
    (6, "Morning, 6 to noon"),
    (12, "Afternoon, noon to 6"),
    (18, "Evening, 6 to midnight"),
)


def day_of(row: dict[str, Any]) -> datetime.date:
    """The day it happened, or else the day it was learned of."""
    day: datetime.date = row["happened_on"] or timezone.localtime(row["learned_at"]).date()
    return day


def month_of(day: datetime.date) -> str:
    """The month in words."""
    return f"{day:%B %Y}"


def months_before(day: datetime.date, count: int) -> datetime.date:
    """The first of the month so many months back."""
    year, month = divmod(day.year * 12 + day.month - 1 - count, 12)
    return datetime.date(year, month + 1, 1)


def setting_of(word: str | None) -> str:
    """The kind of place in words."""
    return str(Setting(word).label) if word in Setting.values else UNKNOWN


def daytime_of(row: dict[str, Any]) -> str:
    """The time of day in words."""
    if row["happened_at"] is None:
        return UNKNOWN
    hour = timezone.localtime(row["happened_at"]).hour
    return [words for first, words in DAYTIMES if first <= hour][-1]
