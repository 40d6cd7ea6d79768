"""Days as people type them."""

import datetime

import pytest

from alongside.exchange.days import DAY_FIRST, MONTH_FIRST, read_day
from alongside.exchange.problems import Unreadable

DAY = datetime.date(2026, 11, 20)


def day(value, order=MONTH_FIRST, is_1904=False, newest_year=2036):
    return read_day(value, order=order, is_1904=is_1904, newest_year=newest_year)


@pytest.mark.parametrize(
    "written",
    [
        DAY, datetime.datetime(2026, 11, 20, 14, 30),  # noqa: DTZ001  (spreadsheets know no zones)
        46346, 46346.0, 46346.75,
        "2026-11-20", " 2026-11-20 ", "2026/11/20", "2026.11.20", "20261120", 20261120, "2026-11-20T00:00:00",
        "2026-11-20 14:30", "11/20/2026", "11-20-2026", "11.20.2026", "11/20/26", "11/20/2026 12:00:00 AM",
        "Nov 20, 2026", "Nov. 20, 2026", "November 20, 2026", "NOV 20 2026", "Nov 20,2026", "Nov 20th, 2026",
        "20 Nov 2026", "20-Nov-2026", "20-Nov-26", "20. November 2026", "20Nov2026", "20 nov, 2026",
        "Fri, Nov 20, 2026",        "Friday November 20, 2026", "Fri 11/20/2026", "11/20/2026\u00a0",
    ],
    ids=str,
)  # fmt: skip
def test_one_day_in_many_shapes(written):
    assert day(written) == DAY


def test_the_other_date_system():
    assert day(46346 - 1462, is_1904=True) == DAY


def test_september_may_have_four_letters():
    assert day("Sept 9, 2026") == datetime.date(2026, 9, 9)


def test_day_first_where_the_mapping_says_so():
    assert day("5/6/2026") == datetime.date(2026, 5, 6)
    assert day("5/6/2026", DAY_FIRST) == datetime.date(2026, 6, 5)


@pytest.mark.parametrize("written, year", [("1/2/36", 2036), ("1/2/37", 1937), ("1/2/99", 1999), ("1/2/00", 2000)])
def test_two_digits_of_a_year_are_the_last_such_year(written, year):
    assert day(written).year == year


def test_nobody_is_born_in_years_to_come():
    assert day("3/4/12", newest_year=2026).year == 2012
    assert day("3/4/55", newest_year=2026).year == 1955


@pytest.mark.parametrize(
    "written",
    [
        "13/45/1988", "2026-02-30", "02/29/2025", "2026-13-01", "0000-01-01", "10000-01-01", "1899-12-31",
        "2100-01-01",
        "soon", "n/a", "TBD", "11/2026", "2026", "Nov 2026", "11/20", "2026-W47-5", "2026-02-30T25:61", "Foo 20, 2026",
        "Ma 20, 2026", "45231", "45231.0", "1/2/3", "1-2/2026", "٣/٤/٢٠٢٦x", "-46346", "",
        2026, 0, -1, 59, 1e309, float("nan"), 99999999, True, datetime.time(1, 30), datetime.timedelta(1),
    ],
    ids=str,
)  # fmt: skip
def test_what_is_no_day_is_refused(written):
    with pytest.raises(Unreadable):
        day(written)


def test_a_month_that_does_not_exist_is_not_turned_around():
    with pytest.raises(Unreadable) as refused:
        day("13/05/2026")

    assert refused.value.hint == "there is no month 13"
    assert "Type it as 2026-05-13 if that is the day" in refused.value.fix
    assert day("13/05/2026", DAY_FIRST) == datetime.date(2026, 5, 13)


def test_a_day_number_kept_as_text_is_refused_with_advice():
    with pytest.raises(Unreadable) as refused:
        day("45231")

    assert "depends on the workbook it came from" in refused.value.hint
