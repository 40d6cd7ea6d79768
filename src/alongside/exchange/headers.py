"""Where a sheet's header stands. Near names are offered, never taken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .book import Sheet
from .cells import is_blank
from .fields import FIELDS
from .header import Header, read_header
from .mapping import Mapping, SheetMapping
from .naming import plain
from .no_header import missing, no_header
from .problems import Refused


def header_of(sheet: Sheet, known: SheetMapping, mapping: Mapping) -> Header:
    """Find the header below whatever titles stand above it. Raises `Refused` with what is missing and what is near."""
    best: tuple[int, int, list[Any]] | None = None
    needed = {name for name, f in FIELDS[known.kind].items() if f.is_needed}
    for number, cells in _first_rows(sheet, mapping.header_within):
        found = {known.field_of[p] for c in cells if isinstance(c, str) and (p := plain(c)) in known.field_of}
        if needed <= found:
            return read_header(sheet, known, number, cells)
        if len(found) >= 2 and (best is None or len(found) > best[0]):
            best = len(found), number, cells
    if best is None:
        raise no_header(sheet, known, mapping)
    raise missing(sheet, known, best[1], best[2])


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
