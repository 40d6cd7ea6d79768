"""The one place that reads the clock: a day is the program's own."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from alongside.access.clock import today


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-11-21 03:30", "2026-11-20"),
        ("2026-07-02 04:59", "2026-07-01"),
        ("2026-07-02 05:00", "2026-07-02"),
        ("2026-11-02 05:59", "2026-11-01"),
    ],
)
def test_late_in_the_evening_it_is_still_today(moment, day, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: datetime.fromisoformat(moment).replace(tzinfo=UTC))

    with timezone.override(ZoneInfo("America/Chicago")):
        assert today() == date.fromisoformat(day)
