"""Rejected rows as a workbook to correct and give back: the sheet's own headings, and what is wrong with each row."""

from __future__ import annotations

from collections.abc import Sequence

from .collected import Rejected
from .header import OUR_HEADINGS
from .workbook_out import Workbook

TO_FIX, FROM_ROW = OUR_HEADINGS


def add_rejected(book: Workbook, rejected: Sequence[Rejected]) -> None:
    """Add one sheet for each sheet that has rejected rows, under its own name, so that it reads back."""
    by_sheet: dict[tuple[str, tuple[str, ...]], list[Rejected]] = {}
    for row in rejected:
        by_sheet.setdefault((row.sheet_to_write, tuple(row.headings)), []).append(row)
    for (sheet, headings), rows in by_sheet.items():
        _add(book, sheet, headings, rows)


def _add(book: Workbook, sheet: str, headings: tuple[str, ...], rows: list[Rejected]) -> None:
    # Rows that come back a second time bring our own headings with them.
    columns = [c for c, h in enumerate(headings) if h not in OUR_HEADINGS]
    names = [headings[c] for c in columns]
    written = []
    for row in rows:
        cells = [row.cells[c] if c < len(row.cells) else "" for c in columns]
        fixes = "\n".join(f"{p.cell} {p.heading}: {p.found}. Expected {p.expected}. {p.fix}" for p in row.problems)
        written.append([*cells, fixes, str(row.row)])
    wrong = [{p.heading for p in row.problems} for row in rows]
    book.sheet(sheet, [*names, TO_FIX, FROM_ROW], written, lambda r, c: c < len(names) and names[c] in wrong[r])


def rejected_workbook(rejected: Sequence[Rejected]) -> bytes:
    """A workbook of rejected rows alone. Corrected, it can be checked or imported like any tracker."""
    book = Workbook()
    add_rejected(book, rejected)
    if not rejected:
        book.sheet("Rejected rows", ["No row was rejected"], [])
    return book.content()
