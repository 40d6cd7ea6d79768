"""Rows of a mapped sheet, each read whole: every cell's value, or every problem of the row."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from . import cells, hours, ids
from .book import Sheet
from .days import orders_of, read_day
from .fields import Field
from .header import Header
from .mapping import Mapping, SheetMapping
from .noticed import Noticed
from .problems import Problem, Unreadable, cell_name
from .row import Row

FIRST_TRAINING = datetime.date(1990, 1, 1)
YEARS_AHEAD = 10


class SheetReader:
    """Reads one sheet's rows by its header. What it notices about whole columns is complete once all rows are read."""

    def __init__(self, sheet: Sheet, known: SheetMapping, header: Header, mapping: Mapping, on: datetime.date) -> None:
        self.sheet, self.kind, self.header, self.mapping, self.on = sheet, known.kind, header, mapping, on
        self.replaced: frozenset[int] = frozenset()
        self.noticed = Noticed(sheet, known, header, mapping.date_order)
        self.readers = {column: self._reader(column, f) for column, (_, f) in header.fields.items()}
        self.troubled: dict[int, dict[int, Unreadable]] = {}
        for (row, column), why in sheet.trouble.items():
            self.troubled.setdefault(row, {})[column] = why

    def rows(self) -> Iterator[Row]:
        """Every row below the header that holds something, in order."""
        merged = [m for m in self.sheet.merged if m[2] > self.header.row]
        for number, found in self.sheet.rows():
            if number <= self.header.row or number in self.replaced:
                continue
            trouble = self.troubled.get(number, {})
            if self._is_passed_over(number, found, trouble):
                continue
            row = self._read(number, found, trouble)
            for place in merged:
                if place[0] <= number <= place[2]:
                    self._refuse_merged(row, place)
            yield row

    def _is_passed_over(self, number: int, found: list[Any], trouble: dict[int, Unreadable]) -> bool:
        fields = self.header.fields
        if any(
            c in trouble or (c < len(found) and not cells.is_blank(found[c]))
            for c, (_, f) in fields.items()
            if not f.is_extra
        ):
            return self._is_header_again(found)
        if any(not cells.is_blank(c) for c in found):
            self.noticed.remarks_only.append(number)
        return True

    def _is_header_again(self, found: list[Any]) -> bool:
        again = all(c < len(found) and found[c] == self.header.headings[c] for c in self.header.fields)
        return again and len(self.header.fields) > 1

    def _read(self, number: int, found: list[Any], trouble: dict[int, Unreadable]) -> Row:
        row = Row(self.sheet.name, number, {}, self.header, found)
        for column, (name, f) in self.header.fields.items():
            value = found[column] if column < len(found) else None
            try:
                if column in trouble:
                    raise trouble[column]
                if value == "" or cells.is_blank(value):
                    if f.is_required:
                        raise Unreadable(self._expected(f), "Fill in the cell.")
                    continue
                row.values[name] = self.readers[column](value)
            except Unreadable as error:
                self._not_read(row, column, f, error, column in trouble)
        if self.sheet.is_text:
            self._refuse_long(row)
        return row

    def _not_read(self, row: Row, column: int, f: Field, error: Unreadable, is_trouble: bool) -> None:
        place = row.place(column)
        problem = error.at(place)
        if is_trouble:
            problem = Problem(
                place.sheet, place.row, place.cell, error.hint, self._expected(f), error.fix, place.heading
            )
        if not f.is_extra:
            row.problems.append(problem)
        else:
            self.noticed.left_out.append(f"{problem.cell} ({problem.heading}): {problem.found}")

    def _expected(self, f: Field) -> str:
        return f.sentence[0].lower() + f.sentence[1:].rstrip(".")

    def _refuse_long(self, row: Row) -> None:
        extra = [c for c in range(len(self.header.headings), len(row.cells)) if not cells.is_blank(row.cells[c])]
        if extra:
            place = row.place(extra[0])
            expected = f"{len(self.header.headings)} cells, as many as the header has"
            fix = 'A separator inside a value shifts the cells after it. Put the value in quotation marks (").'
            found = f"{len(row.cells)} cells, here {place.found}"
            row.problems.append(Problem(place.sheet, place.row, place.cell, found, expected, fix))

    def _refuse_merged(self, row: Row, place: tuple[int, int, int, int]) -> None:
        top, left, bottom, right = place
        columns = [c for c, (_, f) in self.header.fields.items() if left <= c <= right and not f.is_extra]
        if columns:
            here = row.place(columns[0])
            found = f"merged cells {cell_name(left, top)}:{cell_name(right, bottom)}"
            fix = "Unmerge the cells and fill in each one."
            row.problems.append(
                Problem(here.sheet, here.row, here.cell, found, "one cell for each value", fix, here.heading)
            )

    def _reader(self, column: int, f: Field) -> Callable[[Any], Any]:
        kind, _, what = f.reads.partition(":")
        if kind == "words":
            known, said = self.mapping.spellings(what), self.mapping.offered(what)
            if what == "yes_no":
                return lambda value: (
                    value if isinstance(value, bool) else cells.read_word(value, known, what, said) == "yes"
                )
            return lambda value: cells.read_word(value, known, what, said)
        if kind.endswith("day"):
            return self._day_reader(column, kind)
        return _READERS[kind]

    def _day_reader(self, column: int, kind: str) -> Callable[[Any], datetime.date]:
        newest = self.on.year + (0 if kind == "birth day" else YEARS_AHEAD)
        orders = self.noticed.orders.setdefault(column, Counter())

        def read(value: Any) -> datetime.date:
            if isinstance(value, str):
                orders[orders_of(value)] += 1
            day = read_day(value, order=self.mapping.date_order, is_1904=self.sheet.is_1904, newest_year=newest)
            if kind != "day" and day > self.on:
                raise Unreadable(f"a day that is not after {self.on}", "Check the year.", "a day still to come")
            if day.year > self.on.year + YEARS_AHEAD:
                raise Unreadable(f"a day before the end of {self.on.year + YEARS_AHEAD}", "Check the year.")
            if kind == "training day" and day < FIRST_TRAINING:
                raise Unreadable(f"a day from {FIRST_TRAINING} on", "Check the year.")
            return day

        return read


_READERS: dict[str, Callable[[Any], Any]] = {
    "text": cells.read_text,
    "medicaid id": ids.read_medicaid_id,
    "staff number": ids.read_staff_number,
    "hours": hours.read_hours,
    "count": cells.read_count,
}
