"""Rows that use the data dictionary's own headings and words: nothing to translate, everything to check."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from alongside.facts.contract import Column, FactTable
from alongside.facts.tables import TABLES

from .book import Sheet
from .cells import is_blank
from .days import FIRST_YEAR, LAST_YEAR
from .header import Header
from .ids import read_medicaid_id
from .naming import nearest, plain
from .problems import Problem, Refused, Unreadable, listed
from .row import Row

_YES_NO = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
_KEY_OF = {table.key: name for name, table in TABLES.items()}
INT_AT_MOST = 2**31 - 1


class DictionaryReader:
    """Reads one table. `keys` has the keys of the rows taken so far, by table, which other tables may point at."""

    def __init__(self, table: FactTable, sheet: Sheet, on: datetime.date, keys: dict[str, set[str]]) -> None:
        self.table, self.sheet, self.on, self.keys = table, sheet, on, keys
        self.own: set[str] = set()
        self.header, self.columns = self._header()

    def _header(self) -> tuple[Header, dict[int, str]]:
        found = next(((number, cells) for number, cells in self.sheet.rows() if not all(map(is_blank, cells))), None)
        if found is None:
            raise Refused(
                self.sheet.name, "The file is empty", f"the headings {', '.join(self.table.columns)}", "Add them."
            )
        number, cells = found
        headings = ["" if is_blank(cell) else str(cell).strip() for cell in cells]
        known = {plain(name): name for name in self.table.columns}
        columns = {at: known[plain(h)] for at, h in enumerate(headings) if plain(h) in known}
        self._refuse_headings(number, headings, columns)
        return Header(number, headings, {}), columns

    def _refuse_headings(self, number: int, headings: list[str], columns: dict[int, str]) -> None:
        where = f"{self.sheet.name}, row {number}"
        expected = f"headings of the table {self.table.name}: {', '.join(self.table.columns)}"
        unknown = [h for at, h in enumerate(headings) if h and at not in columns]
        twice = {name for name in columns.values() if list(columns.values()).count(name) > 1}
        needed = {n for n, c in self.table.columns.items() if c.is_required and n != self.table.key}
        if missing := sorted(needed - set(columns.values())):
            near = listed([f"“{guess}”" for name in missing for guess in nearest(name, unknown, most=1)])
            fix = f"Is it {near}? Rename it." if near else "Add the column."
            raise Refused(where, f"The heading {listed(missing, joint='and')} is missing", expected, fix)
        if unknown or twice:
            found = f"The headings {listed(sorted({*unknown, *twice}), joint='and')} are unknown or there twice"
            raise Refused(where, found, expected, "Rename or delete them.")

    def rows(self) -> Iterator[tuple[Row, dict[str, Any]]]:
        """Every row with its values by column; a row with problems has no use for them."""
        for number, cells in self.sheet.rows():
            if number <= self.header.row or all(map(is_blank, cells)):
                continue
            row = Row(self.sheet.name, number, {}, self.header, cells)
            values = {name: self._value(row, at, name) for at, name in self.columns.items()}
            self._key(row, values)
            yield row, values

    def _value(self, row: Row, at: int, name: str) -> Any:
        value, column = row.cells[at] if at < len(row.cells) else None, self.table.columns[name]
        try:
            if is_blank(value):
                if column.is_required and name != self.table.key:
                    raise Unreadable(_sentence(column), "Fill in the cell.")
                return None
            if name == "medicaid_id":
                return read_medicaid_id(value)
            typed = _typed(column, value)
            if name == "born_on" and typed > self.on:
                raise Unreadable(f"a day that is not after {self.on}", "Check the year.")
            self._refuse_stranger(name, typed)
        except Unreadable as error:
            row.problems.append(error.at(row.place(at)))
            return None
        return typed

    def _refuse_stranger(self, name: str, key: Any) -> None:
        other = _KEY_OF.get(name)
        if other is not None and other != self.table.name and key not in self.keys.get(other, set()):
            fix = f"Add it there, or correct it; if its row in {other} was rejected, correct that one first."
            raise Unreadable(f"a {name} of a row that {other} has", fix)

    def _key(self, row: Row, values: dict[str, Any]) -> None:
        table = self.table
        key = values.get(table.key) or values.get(table.known_as) or f"{table.name} {row.number}"
        values[table.key] = key
        if not row.problems and key in self.own:
            at = next((at for at, name in self.columns.items() if name in (table.key, table.known_as)), 0)
            place = row.place(at)
            expected, fix = f"a {table.key} no other row has", "Give each row its own."
            row.problems.append(Problem(place.sheet, place.row, place.cell, place.found, expected, fix, place.heading))
        elif not row.problems:
            self.own.add(key)


def _sentence(column: Column) -> str:
    return column.sentence[0].lower() + column.sentence[1:].rstrip(".")


def _typed(column: Column, value: Any) -> Any:
    text = str(value).strip()
    if column.words and text not in column.words:
        raise Unreadable(f"one of {listed(list(column.words), most=20)}", "Use the word as the data dictionary has it.")
    if column.type == "date":
        return _day(value, text)
    if column.type == "timestamp":
        return _moment(value, text)
    if column.type == "boolean":
        if isinstance(value, bool) or text.lower() in _YES_NO:
            return value if isinstance(value, bool) else _YES_NO[text.lower()]
        raise Unreadable("true or false", "Write true, false or nothing.")
    if column.type == "int32":
        return _whole(text)
    if column.type == "decimal(10, 2)":
        return _amount(text)
    if column.type.startswith("decimal"):
        return _hours(text)
    if "\0" in text:
        raise Unreadable("text", "Delete the hidden character and type the text again.", "a zero byte in it")
    return text


def _day(value: Any, text: str) -> datetime.date:
    if isinstance(value, datetime.datetime):
        value = value.date()
    try:
        day = value if isinstance(value, datetime.date) else datetime.date.fromisoformat(text)
    except ValueError as error:
        raise Unreadable("a day such as 2026-11-20", "Write year, month and day in that order.") from error
    if not FIRST_YEAR <= day.year < LAST_YEAR:
        raise Unreadable(f"a day from {FIRST_YEAR} to {LAST_YEAR - 1}", "Check the year.")
    return day


def _moment(value: Any, text: str) -> datetime.datetime:
    try:
        moment = value if isinstance(value, datetime.datetime) else datetime.datetime.fromisoformat(text)
    except ValueError as error:
        raise Unreadable("a day and a time such as 2026-11-20 09:30", "Write the day, then the time.") from error
    if moment.tzinfo is not None or not FIRST_YEAR <= moment.year < LAST_YEAR:
        expected = f"a time of the years {FIRST_YEAR} to {LAST_YEAR - 1}, without a zone"
        raise Unreadable(expected, "Write the time as the program's clock showed it.")
    return moment


def _whole(text: str) -> int:
    number = text.removesuffix(".0")
    if not number.isascii() or not number.lstrip("-").isdecimal() or not 0 < int(number) <= INT_AT_MOST:
        raise Unreadable("a whole number above 0", "Write the number alone.")
    return int(number)


def _amount(text: str) -> Decimal:
    expected = "dollars and cents, such as 20.00"
    try:
        amount = Decimal(text.removeprefix("$"))
    except InvalidOperation as error:
        raise Unreadable(expected, "Write the amount as a number.") from error
    if not amount.is_finite() or not 0 <= amount < 9_999 or amount != round(amount, 2):
        raise Unreadable(expected, "Write the amount as a number.")
    return amount


def _hours(text: str) -> Decimal:
    expected = "hours above 0 with two decimals at most, such as 1.5"
    try:
        hours = Decimal(text)
    except InvalidOperation as error:
        raise Unreadable(expected, "Write the hours as a number.") from error
    if not hours.is_finite() or not 0 < hours < 10_000 or hours != round(hours, 2):
        raise Unreadable(expected, "Write the hours as a number.")
    return hours
