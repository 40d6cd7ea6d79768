"""Where a sheet's header stands, and which column tells which field. Near names are offered, never taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from .book import Sheet
from .cells import is_blank
from .fields import FIELDS, Field
from .mapping import Mapping, SheetMapping
from .naming import nearest, plain
from .problems import Refused, cell_name, listed, shown

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


def header_of(sheet: Sheet, known: SheetMapping, mapping: Mapping) -> Header:
    """Find the header below whatever titles stand above it. Raises `Refused` with what is missing and what is near."""
    best: tuple[int, int, list[Any]] | None = None
    needed = {name for name, f in FIELDS[known.kind].items() if f.is_needed}
    for number, cells in _first_rows(sheet, mapping.header_within):
        found = {known.field_of[p] for c in cells if isinstance(c, str) and (p := plain(c)) in known.field_of}
        if needed <= found:
            return _header(sheet, known, number, cells)
        if len(found) >= 2 and (best is None or len(found) > best[0]):
            best = len(found), number, cells
    if best is None:
        raise _no_header(sheet, known, mapping)
    raise _missing(sheet, known, best[1], best[2])


def _first_rows(sheet: Sheet, most: int) -> Iterator[tuple[int, list[Any]]]:
    for number, cells in sheet.rows():
        if number > most:
            return
        if not all(map(is_blank, cells)):
            yield number, cells


def kinds_by_headings(sheet: Sheet, mapping: Mapping) -> list[SheetMapping]:
    """The kinds of sheet whose needed headings are all there. For files that have no sheet names."""
    return [known for known in mapping.sheets if _fits(sheet, known, mapping)]


def _fits(sheet: Sheet, known: SheetMapping, mapping: Mapping) -> bool:
    try:
        header_of(sheet, known, mapping)
    except Refused:
        return False
    return True


def _header(sheet: Sheet, known: SheetMapping, row: int, cells: list[Any]) -> Header:
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


def _missing(sheet: Sheet, known: SheetMapping, row: int, cells: list[Any]) -> Refused:
    there = {known.field_of.get(plain(str(c))) for c in cells if not is_blank(c)}
    unused = [str(c) for c in cells if not is_blank(c) and plain(str(c)) not in known.field_of]
    lines = []
    for name, f in FIELDS[known.kind].items():
        if f.is_needed and name not in there:
            guesses = _guesses(known.headings.get(name, ()), unused)
            near = f" (the sheet has {listed(guesses)}; is that it?)" if guesses else ""
            lines.append(f"“{known.first_headings.get(name, name)}”{near}")
    expected = "one of the headings " + listed([f"“{h}”" for h in known.first_headings.values()], most=30, joint="and")
    fix = "Correct the heading, or add it to the mapping (--save-mapping FILE, edit it, --mapping FILE)."
    found = f"The header has no column for {listed(lines, joint='and')}"
    return Refused(f"{sheet.name}, row {row}", found, expected.replace("one of the", "the"), fix)


def _guesses(names: tuple[str, ...], unused: list[str]) -> list[str]:
    near = [u for name in names for u in nearest(name, unused)]
    return [f"“{u}”" for u in dict.fromkeys(near)][:3]


def _no_header(sheet: Sheet, known: SheetMapping, mapping: Mapping) -> Refused:
    wanted = [
        known.first_headings[n] for n, f in FIELDS[known.kind].items() if f.is_needed and n in known.first_headings
    ]
    fix = "Put the headings above the rows, or name them in the mapping (--save-mapping FILE, edit it, --mapping FILE)."
    return Refused(
        sheet.name, f"No header was found in the first {mapping.header_within} rows",
        f"a row with the headings {listed([f'“{w}”' for w in wanted], joint='and')}", fix,
    )  # fmt: skip
