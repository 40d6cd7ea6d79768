"""Days as the rules reckon them, on both engines: a table of days in, a row of answers for each out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import psycopg

COUNTS = (10, 15)


@dataclass(frozen=True)
class Asked:
    """A day, a number of months and of years, and a moment in UTC."""

    day: date
    count: int
    at: datetime


Answers = tuple[Any, ...]
NAMES = ("months after", "birthday", "own day", *(f"{count} business days after" for count in COUNTS))


def on_duckdb(asked: list[Asked]) -> list[Answers]:
    """The answers of DuckDB, in the order asked."""
    import duckdb
    import pyarrow as pa

    columns = [("nth", pa.int64()), ("day", pa.date32()), ("count", pa.int32()), ("at", pa.timestamp("us"))]
    arrow = pa.table(list(zip(*_rows(asked), strict=True)), schema=pa.schema(columns))
    with duckdb.connect(":memory:") as connection:
        connection.execute("SET TimeZone = 'UTC'")
        connection.register("bed_days", arrow)
        return connection.execute(_sql("duckdb")).fetchall()


def on_postgresql(asked: list[Asked], connection: psycopg.Connection[Any]) -> list[Answers]:
    """The answers of PostgreSQL, in the order asked."""
    connection.execute("drop table if exists bed_days")
    connection.execute('create temporary table bed_days (nth bigint, day date, "count" int, at timestamp)')
    with connection.cursor() as cursor:
        with cursor.copy("copy bed_days from stdin") as copy:
            for row in _rows(asked):
                copy.write_row(row)
        return cursor.execute(_sql("postgres").encode()).fetchall()


def _rows(asked: Iterable[Asked]) -> list[tuple[int, date, int, datetime]]:
    return [(nth, one.day, one.count, one.at) for nth, one in enumerate(asked)]


def _sql(engine: str) -> str:
    import ibis

    from alongside.facts.moments import ZONE
    from alongside.law import dates
    from alongside.packs.wisconsin_crs.packet_days import _letters, _looked_up
    from alongside.packs.wisconsin_crs.state_offices import business_days_after

    rows = ibis.table({"nth": "int64", "day": "date", "count": "int32", "at": "timestamp"}, name="bed_days")
    answers = rows.order_by("nth").select(
        dates.after(rows.day, months=rows["count"]).name("months"),
        dates.birthday(rows.day, rows["count"]).name("birthday"),
        dates.day_in(ZONE, rows["at"]).name("own"),
        *(_looked_up(rows.day, _letters(business_days_after, count)).name(f"business_{count}") for count in COUNTS),
    )
    return str(ibis.to_sql(answers, dialect=engine))
