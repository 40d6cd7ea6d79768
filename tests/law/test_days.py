"""Calendar law, every day of two years: months are clamped, never 30 days, and always counted from the first day."""

from datetime import date, timedelta

import ibis
from ibis import _

from alongside.facts.world import World
from alongside.law import after, birthday, earliest, months_between
from alongside.packs.asking import ask
from worlds.oracle import add_months
from worlds.oracle import birthday as birthday_of

from .invented import hours_rule, worker, workers

START, END = date(2023, 12, 25), date(2025, 3, 5)
DAYS = [START + timedelta(days=n) for n in range((END - START).days)]


def facts_of(*before, **columns):
    """Day to facts computed from it, for every day; what they are computed from may come `before`."""
    rule = hours_rule(0, date(1990, 1, 1), facts=(*before, columns), criteria=hours_rule(0, START).criteria[:0])
    world = World(workers(*(worker(str(day), day) for day in DAYS)))
    return {date.fromisoformat(a.key): a.facts for a in ask(rule, world, on=date(2026, 1, 1))}


def test_months_run_to_the_same_day_or_the_last_of_a_shorter_month():
    counts = (1, 3, 6, 11, 12, 18, 24, -1, -12)
    moved = {f"moved_{n}": after(_.started_on, months=months) for n, months in enumerate(counts)}
    more = {f"next_{n}": after(_.started_on, months=months, days=1) for n, months in enumerate(counts)}

    found = facts_of(**moved, **more)

    for day in DAYS:
        for n, months in enumerate(counts):
            assert found[day][f"moved_{n}"] == add_months(day, months)
            assert found[day][f"next_{n}"] == add_months(day, months) + timedelta(days=1)


def test_a_number_of_months_may_be_a_fact():
    found = facts_of(moved=after(_.started_on, months=_.started_on.month()))

    assert all(found[day]["moved"] == add_months(day, day.month) for day in DAYS)


def test_a_birthday_on_29_february_is_1_march_in_a_common_year():
    ages = (1, 4, 14, 18, 96)

    found = facts_of(**{f"turns_{years}": birthday(_.started_on, years) for years in ages})

    for day in DAYS:
        assert all(found[day][f"turns_{years}"] == birthday_of(day, years) for years in ages)


def test_whole_months_between_two_days():
    ends = [date(2025, 2, 28), date(2024, 2, 29), date(2025, 8, 31), date(2026, 1, 1), date(2023, 11, 30)]
    days = {f"end_{n}": ibis.date(end.year, end.month, end.day) for n, end in enumerate(ends)}

    found = facts_of(days, **{f"months_{n}": months_between(_.started_on, _[f"end_{n}"]) for n in range(len(ends))})

    for day in DAYS:
        for n, end in enumerate(ends):
            months = found[day][f"months_{n}"]
            assert add_months(day, months) <= end < add_months(day, months + 1)


def test_the_earliest_day_passes_over_unknown_ones():
    never = ibis.null("date")
    found = facts_of(
        both=earliest(_.started_on, after(_.started_on, days=1)),
        one=earliest(never, _.started_on),
        none=earliest(never, never),
    )

    for day in DAYS:
        assert (found[day]["both"], found[day]["one"], found[day]["none"]) == (day, day, None)


def test_days_come_back_as_days():
    """Ibis takes a date plus months for a date while the engines return a timestamp."""
    found = facts_of(
        moved=after(_.started_on, months=3), turns=birthday(_.started_on, 14), first=earliest(_.started_on)
    )

    assert {
        type(value) for facts in found.values() for name, value in facts.items() if name in ("moved", "turns", "first")
    } == {date}
