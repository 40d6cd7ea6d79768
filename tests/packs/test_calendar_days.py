"""Days of the calendar: holidays, closed offices, quarterly meetings, and last days that roll on."""

from datetime import date

import pytest

from alongside.packs.wisconsin_crs.legal_holidays import legal_holidays, offices_closed, rolled
from alongside.packs.wisconsin_crs.quarterly_meetings import quarterly_meetings
from alongside.packs.wisconsin_crs.state_offices import closed_days


def test_quarterly_meetings_of_2026():
    """J7 of the worked cases."""
    assert quarterly_meetings(2026) == [date(2026, 1, 21), date(2026, 4, 15), date(2026, 7, 15), date(2026, 10, 21)]


@pytest.mark.parametrize("year", range(2018, 2041))
def test_quarterly_meetings_are_third_wednesdays(year):
    assert all(day.weekday() == 2 and 15 <= day.day <= 21 for day in quarterly_meetings(year))


def test_legal_holidays_have_four_that_offices_are_open_on_and_not_two_eves():
    legal, closed = set(legal_holidays(2026)), set(offices_closed(2026))

    assert legal - closed == {date(2026, 2, 16), date(2026, 6, 19), date(2026, 10, 12), date(2026, 11, 11)}
    assert closed - legal == {date(2026, 12, 24), date(2026, 12, 31)}


@pytest.mark.parametrize("year", range(2018, 2041))
def test_every_closed_day_has_a_name(year):
    assert set(offices_closed(year)) == closed_days(year)
    assert all(offices_closed(year).values())


@pytest.mark.parametrize(
    "last, moves_to",
    [
        ("2026-11-20", "2026-11-20"),  # a Friday
        ("2026-11-21", "2026-11-23"),  # a Saturday
        ("2026-11-26", "2026-11-27"),  # Thanksgiving; the Friday after it is no holiday
        ("2026-07-04", "2026-07-06"),  # a Saturday
        ("2027-07-04", "2027-07-06"),  # a Sunday, observed on the Monday
        ("2026-12-24", "2026-12-24"),  # offices are closed, and it is no legal holiday
        ("2027-12-31", "2027-12-31"),
        ("2028-01-01", "2028-01-03"),
    ],
)
def test_a_last_day_moves_on_from_weekends_and_legal_holidays(last, moves_to):
    assert rolled(date.fromisoformat(last)) == date.fromisoformat(moves_to)
