"""Moments are written as the program's clock shows them and reckoned in UTC, around the changes of clocks as well."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings

from alongside.facts.moments import ZONE, in_own_time, in_utc, told

SHOWN = {
    "2026-01-15 09:30": "2026-01-15 15:30",
    "2026-07-15 09:30": "2026-07-15 14:30",
    "2026-07-15 23:30": "2026-07-16 04:30",
    "2026-03-08 01:59": "2026-03-08 07:59",
    "2026-03-08 03:00": "2026-03-08 08:00",
    "2026-11-01 00:59": "2026-11-01 05:59",
    "2026-11-01 01:30": "2026-11-01 06:30",
    "2026-11-01 02:00": "2026-11-01 08:00",
}


@pytest.mark.parametrize("shown,reckoned", SHOWN.items())
def test_what_the_clock_shows_is_told_again(shown, reckoned):
    moment = datetime.fromisoformat(shown)

    assert in_utc(moment) == datetime.fromisoformat(reckoned)
    assert in_own_time(in_utc(moment)) == moment


def test_the_hour_that_comes_twice_shows_twice():
    first = datetime.fromisoformat("2026-11-01 06:30")

    assert in_own_time(first) == in_own_time(first + timedelta(hours=1)) == datetime.fromisoformat("2026-11-01 01:30")


def test_an_engine_may_give_any_zone():
    moment = datetime(2026, 7, 16, 6, 30, tzinfo=timezone(timedelta(hours=2)))

    assert told({"at": moment, "kind": "clss"}) == {"at": datetime.fromisoformat("2026-07-15 23:30"), "kind": "clss"}


def test_the_application_keeps_the_same_time():
    """Pages say moments by TIME_ZONE, rules by the zone of the facts."""
    for hours in range(0, 366 * 24, 12):
        moment = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=hours)
        assert (
            moment.astimezone(ZoneInfo(settings.TIME_ZONE)).utcoffset() == moment.astimezone(ZoneInfo(ZONE)).utcoffset()
        )
