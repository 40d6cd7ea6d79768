"""Moments: people and files write them in the program's own time; engines reckon in UTC, where no hour comes twice."""

from __future__ import annotations

import datetime
from typing import Any
from zoneinfo import ZoneInfo

# Every program so far is on Central time. The application's TIME_ZONE is the same, which a test holds.
ZONE = "America/Chicago"


def in_own_time(moment: datetime.datetime) -> datetime.datetime:
    """What the program's clock shows, without a zone. A moment without a zone is in UTC, as engines give it."""
    known = moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC)
    return known.astimezone(ZoneInfo(ZONE)).replace(tzinfo=None)


def in_utc(moment: datetime.datetime) -> datetime.datetime:
    """A moment read off the program's clock, in UTC and without a zone. An hour that comes twice is the first one."""
    return moment.replace(tzinfo=ZoneInfo(ZONE)).astimezone(datetime.UTC).replace(tzinfo=None)


def told(row: dict[str, Any]) -> dict[str, Any]:
    """A row an engine gave, with its moments in the program's own time."""
    return {name: in_own_time(v) if isinstance(v, datetime.datetime) else v for name, v in row.items()}
