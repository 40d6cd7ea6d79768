"""A world of facts: tables of rows held in memory, checked against the contract, answerable on DuckDB."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

import duckdb
import pyarrow as pa

from .contract import Column, FactTable
from .moments import in_utc, told
from .tables import TABLES

Row = Mapping[str, Any]

# Days outside these years are slips of the pen, and the engines do not agree on what follows the year 9999.
FIRST_YEAR, LAST_YEAR = 1900, 2199


class BadFacts(ValueError):
    """Facts that do not fit the contract: every problem, each with where it is, what was found and how to fix it."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


class World:
    """Fact tables in memory. Tables not given are empty; columns not given are not known."""

    def __init__(self, tables: Mapping[str, Sequence[Row]]) -> None:
        self.tables = _checked(tables)
        self._connection = duckdb.connect(":memory:")
        self._connection.execute("SET TimeZone = 'UTC'")
        for table in TABLES.values():
            rows = list(_reckoned(table, self.tables[table.name]))
            arrow = pa.Table.from_pylist(rows, schema=_schema(table))  # noqa: F841  (read by name in the SQL)
            self._connection.execute(f'CREATE TABLE "{table.name}" AS SELECT * FROM arrow')

    def rows(self, sql: str, bound: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        """Rows of a query as dictionaries of Python values."""
        result = self._connection.execute(sql, dict(bound))
        names = [column[0] for column in result.description or ()]
        for row in result.fetchall():
            yield told(dict(zip(names, row, strict=True)))


_ARROW = {
    "string": pa.string(),
    "date": pa.date32(),
    "boolean": pa.bool_(),
    "int32": pa.int32(),
    "decimal(6, 2)": pa.decimal128(6, 2),
    "decimal(10, 2)": pa.decimal128(10, 2),
    "timestamp": pa.timestamp("us"),
}


def _schema(table: FactTable) -> pa.Schema:
    return pa.schema([(name, _ARROW[column.type]) for name, column in table.columns.items()])


def _reckoned(table: FactTable, rows: Sequence[Row]) -> Iterator[dict[str, Any]]:
    """Rows with their moments in UTC."""
    instants = [name for name, column in table.columns.items() if column.type == "timestamp"]
    for row in rows:
        yield {**row, **{name: in_utc(row[name]) for name in instants if row[name] is not None}}


def _checked(tables: Mapping[str, Sequence[Row]]) -> dict[str, list[dict[str, Any]]]:
    if not isinstance(tables, Mapping):
        raise BadFacts([f"Expected tables by name, each a list of rows; found {type(tables).__name__}."])
    problems = [f"There is no table {name!r}. Tables: {', '.join(TABLES)}." for name in tables if name not in TABLES]
    checked: dict[str, list[dict[str, Any]]] = {}
    for name, table in TABLES.items():
        rows = tables.get(name, ())
        if not isinstance(rows, Sequence) or isinstance(rows, str):
            problems.append(f"Table {name}: expected a list of rows, found {type(rows).__name__}.")
            continue
        checked[name] = [_row(table, number, row, problems) for number, row in enumerate(rows, 1)]
        problems.extend(_twice(table, checked[name]))
    for name in checked:
        problems.extend(_nobodys(TABLES[name], checked))
    if problems:
        raise BadFacts(problems)
    return checked


def _twice(table: FactTable, rows: Sequence[Row]) -> Iterator[str]:
    seen: dict[Any, int] = {}
    for number, row in enumerate(rows, 1):
        first = seen.setdefault(row[table.key], number)
        if first != number:
            where = f"{table.name}, row {number}"
            yield f"{where}: {table.key} {row[table.key]!r} stands in row {first} already. Give each row its own."


def _nobodys(table: FactTable, checked: Mapping[str, Sequence[Row]]) -> Iterator[str]:
    """Rows that name a row of another table which is not there."""
    for name, other in ((name, _KEPT_IN[name]) for name in table.columns if name != table.key and name in _KEPT_IN):
        known = {row[name] for row in checked.get(other, ())}
        for number, row in enumerate(checked[table.name], 1):
            if row[name] is not None and row[name] not in known:
                yield f"{table.name}, row {number}: no {other} has the {name} {row[name]!r}. Add one."


_KEPT_IN = {table.key: table.name for table in TABLES.values()}


def _row(table: FactTable, number: int, row: Any, problems: list[str]) -> dict[str, Any]:
    where = f"{table.name}, row {number}"
    if not isinstance(row, Mapping):
        problems.append(f"{where}: expected columns with values, found {row!r}.")
        return dict.fromkeys(table.columns)
    if table.known_as not in table.columns and table.known_as in row:
        # A world written by hand may name a person by the id readers know, where that is the person's key as well.
        row = {table.root: row[table.known_as], **{n: v for n, v in row.items() if n != table.known_as}}
    strangers = [name for name in row if name not in table.columns]
    if strangers:
        problems.append(f"{where}: no column {', '.join(map(repr, strangers))}. Columns: {', '.join(table.columns)}.")
    filled = {name: row.get(name) for name in table.columns}
    if filled[table.key] in (None, ""):
        # A world written by hand may leave out the keys of rows nothing else points at.
        filled[table.key] = row.get(table.known_as) or f"{table.name} {number}"
    return {name: _value(f"{where}, {name}", table.columns[name], value, problems) for name, value in filled.items()}


def _value(where: str, column: Column, value: Any, problems: list[str]) -> Any:
    if value is None or value == "":
        if column.is_required:
            problems.append(f"{where}: is empty. {column.sentence}")
        return None
    try:
        return _typed(column, value)
    except (ValueError, TypeError, ArithmeticError):
        expected = f"one of {', '.join(column.words)}" if column.words else _EXPECTED[column.type]
        problems.append(f"{where}: found {value!r}, expected {expected}.")
        return None


_EXPECTED = {
    "string": "text",
    "date": f"a day such as 2026-11-20, of the years {FIRST_YEAR} to {LAST_YEAR}",
    "boolean": "true or false",
    "int32": "a whole number, not below 0",
    "decimal(6, 2)": "a number of hours such as 1.5",
    "decimal(10, 2)": "an amount such as 20.00",
    "timestamp": "a moment such as 2026-11-20 09:30",
}


def _typed(column: Column, value: Any) -> Any:
    if column.type == "date":
        day = value if type(value) is datetime.date else datetime.date.fromisoformat(value)
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise ValueError(value)
        return day
    if column.type == "timestamp":
        moment = value if isinstance(value, datetime.datetime) else datetime.datetime.fromisoformat(value)
        if not FIRST_YEAR <= moment.year <= LAST_YEAR or moment.tzinfo is not None:
            raise ValueError(value)
        return moment
    if column.type == "boolean":
        if not isinstance(value, bool):
            raise ValueError(value)
        return value
    if column.type == "int32":
        if isinstance(value, bool) or int(value) != value or not 0 <= value < 2**31:
            raise ValueError(value)
        return int(value)
    if column.type.startswith("decimal"):
        number = Decimal(str(value))
        if isinstance(value, bool) or not 0 <= number < 9_999:
            raise ValueError(value)
        return round(number, 2)
    if not isinstance(value, str) or (column.words and value not in column.words):
        raise ValueError(value)
    value.encode()  # half of a character is no text
    return value
