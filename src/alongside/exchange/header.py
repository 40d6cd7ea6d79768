"""A sheet's header: which column tells which field."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .book import Sheet
from .cells import is_blank
from .fields import FIELDS, Field
from .mapping import SheetMapping
from .naming import plain
from .problems import Refused, cell_name, shown

# Headings this program itself adds to rejected rows; they are passed over when the rows come back.
OUR_HEADINGS = ("What to fix", "Row it was")
UNMERGE = "Select the sheet, choose Unmerge Cells, give every column one heading, save, and try again."


@dataclass
class Header:
    """`row` counts from 1, columns from 0. `headings` are those of the sheet as written, one for each column."""

    row: int
    headings: list[str]
    fields: dict[int, tuple[str, Field]]
    unknown: list[tuple[int, str]] = field(default_factory=list)
    sheet_to_write: str = ""

    def column_of(self, name: str) -> int:
        """The column that tells this field, or the first one where none does."""
        return next((column for column, (known, _) in self.fields.items() if known == name), 0)


def read_header(sheet: Sheet, known: SheetMapping, row: int, cells: list[Any]) -> Header:
    """The header in this row. Raises `Refused` for merged cells and for two headings that mean the same."""
    headings = ["" if is_blank(c) else " ".join(str(c).split()) for c in cells]
    by_name = not sheet.is_text or not known.names
    header = Header(row, headings, {}, sheet_to_write="" if by_name else known.names[0])
    where = f"{sheet.name}, row {row}"
    for top, left, bottom, right in sheet.merged:
        if top <= row <= bottom and (right > left or bottom > row):
            merged = f"{cell_name(left, top)}:{cell_name(right, bottom)}"
            raise Refused(where, f"The header has merged cells ({merged})", "one heading in every column", UNMERGE)
    aside = {plain(h) for h in (*known.not_read, *OUR_HEADINGS)}
    for column, heading in enumerate(headings):
        if (name := known.field_of.get(plain(heading))) is None:
            if heading and plain(heading) not in aside:
                header.unknown.append((column, heading))
            continue
        taken = {n: c for c, (n, _) in header.fields.items()}
        if name in taken:
            both = " and ".join(f"{cell_name(c, row)} ({shown(headings[c])})" for c in (taken[name], column))
            fix = "Delete or rename the heading of the column that should not be read."
            raise Refused(
                where, f"Two headings mean the same, {known.first_headings[name]}: {both}", "one column for each", fix
            )
        header.fields[column] = name, FIELDS[known.kind][name]
    return header
