"""R8: a legal day and a deadline come out the same whatever clocks do, on both engines and by a second reckoning."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date, datetime, timedelta
from typing import Any
from unittest import mock

from .. import legal_days
from ..bed import Bed, Found, Tell
from ..ground import ground
from ..on_engines import COUNTS, NAMES, Answers, Asked, on_duckdb, on_postgresql
from ..settled import settle
from ..time_scenarios import scenarios

FIRST, DAYS = date(2019, 1, 1), 17 * 365
MOST_MONTHS = 60
AT_ONCE = 20_000
HALF_HOURS = 48
SHOWN = 10


def run(size: int, tell: Tell) -> Found:
    """Every scenario, then random deadlines until so many were tried in all, each on both engines."""
    settle()
    found = Found()
    for scenario in scenarios():
        found.failures += scenario.wrong()
        found.tried += 1
    count = found.tried
    deadlines = 0
    with ground().connect() as connection:
        while found.tried < size:
            asked = [_random() for _ in range(min(AT_ONCE, (size - found.tried) // len(NAMES) + 1))]
            expected = [_expected(one) for one in asked]
            for engine, said in (("DuckDB", on_duckdb(asked)), ("PostgreSQL", on_postgresql(asked, connection))):
                found.failures += list(_differences(engine, asked, expected, said))[:SHOWN]
            deadlines += len(asked) * len(NAMES)
            found.tried = count + deadlines
            tell(f"{found.tried} deadlines, {len(found.failures)} wrong")
    found.measured = {"scenarios": f"{count}", "random deadlines on each of two engines": f"{deadlines:,}"}
    return found


def planted(size: int, tell: Tell) -> Found:
    """Whoever reads a clock takes it for the wall clock of the county."""
    as_it_is: Callable[..., Any] = lambda moment: moment  # noqa: E731
    settle()
    with ExitStack() as naive:
        naive.enter_context(mock.patch("alongside.law.dates._clock_in", lambda zone, moment: moment))
        naive.enter_context(mock.patch("alongside.facts.moments.in_own_time", as_it_is))
        naive.enter_context(mock.patch("alongside.facts.moments.in_utc", as_it_is))
        return run(size, tell)


def _random() -> Asked:
    day = FIRST + timedelta(days=random.randrange(DAYS))
    at = datetime.combine(day, datetime.min.time()) + timedelta(minutes=30 * random.randrange(HALF_HOURS))
    return Asked(day, random.randrange(MOST_MONTHS), at)


def _expected(asked: Asked) -> Answers:
    return (
        legal_days.months(asked.day, asked.count), legal_days.birthday(asked.day, asked.count),
        legal_days.own_time(asked.at).date(), *(legal_days.business_days(asked.day, count) for count in COUNTS),
    )  # fmt: skip


def _differences(engine: str, asked: list[Asked], expected: list[Answers], said: list[Answers]) -> Iterator[str]:
    for one, right, given in zip(asked, expected, said, strict=True):
        for name, should, does in zip(NAMES, right, given, strict=True):
            if should != does:
                yield f"{name} {one.day}, {one.count}, {one.at}: expected {should}, {engine} says {does}"


BEDS = (
    Bed(
        "R8", "Legal days and deadlines are right over midnight, leap days and both changes of clocks.", "deadlines",
        1_000_000, {"slice": 5_000, "nightly": 1_000_000, "release": 5_000_000}, run,
        "the server's clock is taken for the wall clock of the county", planted, 1_000,
    ),
)  # fmt: skip
