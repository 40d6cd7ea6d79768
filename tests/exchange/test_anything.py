"""Whatever a cell or a file holds, it is read or refused with a sentence."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from alongside.exchange.cells import read_count, read_text
from alongside.exchange.days import DAY_FIRST, MONTH_FIRST, orders_of, read_day
from alongside.exchange.hours import read_hours
from alongside.exchange.ids import read_medicaid_id, read_staff_number
from alongside.exchange.naming import nearest, plain
from alongside.exchange.problems import Refused, Unreadable, shown

from .tracker import PARTICIPANTS, csv, member, person, read, session, workbook

ANYTHING = st.one_of(
    st.text(), st.text("0123456789/-. apm,"), st.floats(), st.integers(), st.booleans(), st.dates(), st.datetimes(),
    st.times(), st.timedeltas(),
)  # fmt: skip
QUICK = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def days(value):
    return read_day(value, order=MONTH_FIRST, is_1904=False, newest_year=2036)


READERS = {
    days: datetime.date, read_hours: Decimal, read_medicaid_id: str, read_staff_number: str, read_count: int,
    read_text: str,
}  # fmt: skip


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
@QUICK
@given(value=ANYTHING)
def test_a_cell_is_read_or_refused(reader, value):
    try:
        found = reader(value)
    except Unreadable as refused:
        found = refused
    assert type(found) is READERS[reader] or (found.expected and found.fix)


@QUICK
@given(value=ANYTHING)
def test_a_cell_is_shown_on_one_short_line(value):
    assert "\n" not in shown(value)
    assert "\x1b" not in shown(value)
    assert len(shown(value)) < 120


@QUICK
@given(name=st.text(), known=st.lists(st.text(), max_size=5))
def test_near_names_are_known_ones(name, known):
    assert set(nearest(name, known)) <= set(known)
    assert plain(plain(name)) == plain(name)


@QUICK
@given(day=st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
def test_a_day_written_either_way_comes_back(day):
    for order, text in ((MONTH_FIRST, f"{day:%m/%d/%Y}"), (DAY_FIRST, f"{day:%d/%m/%Y}")):
        assert order in orders_of(text)
        assert read_day(text, order=order, is_1904=False, newest_year=2036) == day
    serial = (day - datetime.date(1899, 12, 30)).days
    assert serial < 3_000 or days(serial) == day


@settings(max_examples=150, deadline=None)
@given(content=st.binary(max_size=400))
@example(b"\xff\xfe\x00")
@example(b"\xff\xfe")
@example(b"PK")
@example(b'sep="')
@example(b'"')
def test_a_file_is_read_or_refused(content):
    with pytest.raises(Refused):
        read(content, "anything")


@settings(max_examples=100, deadline=None)
@given(more=st.text(max_size=60), heading=st.sampled_from(PARTICIPANTS), value=st.text(max_size=30))
@example(more='"', heading="DOB", value="")
@example(more="\r", heading="DOB", value="\r")
def test_a_text_file_is_read_or_refused(more, heading, value):
    text = csv(PARTICIPANTS, [person() | {heading: value}]) + more
    try:
        reading = read(text.encode("utf-8", "surrogatepass"), "people.csv")
    except Refused:
        return
    assert reading.rows_read >= len(reading.rejected_rows)


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_every_row_of_a_workbook_is_taken_or_rejected(data):
    value = data.draw(
        st.one_of(
            st.text(st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc"]), max_size=20).filter(
                lambda text: not text.startswith("=")
            ),
            st.floats(allow_nan=False, allow_infinity=False),
            st.dates(datetime.date(1905, 1, 1)),
            st.booleans(),
            st.none(),
        )
    )
    rows = [person(), member(), session()]
    row = data.draw(st.sampled_from(rows))
    row[data.draw(st.sampled_from(sorted(row)))] = value
    reading = read(workbook([rows[0]], [rows[1]], [rows[2]]))
    taken = {place for places in reading.places.values() for place in places.values()}
    rejected = {(r.sheet, r.row) for r in reading.rejected_rows}

    assert taken | rejected == {("CRS Participants", 2), ("Staff", 2), ("Training Log", 2)}
    assert not taken & rejected
    assert all(r.problems for r in reading.rejected_rows)
