"""Rejected rows that came back corrected, and which rows of the tracker they stand in for."""

from __future__ import annotations

from collections.abc import Iterable

from .header import OUR_HEADINGS
from .rows import SheetReader


def rows_replaced(late: Iterable[SheetReader], sheet: str) -> frozenset[int]:
    """Numbers of this sheet's rows that corrected rows name as the ones they were."""
    return frozenset(number for reader in late if reader.sheet.name == sheet for number in _named(reader))


def _named(reader: SheetReader) -> Iterable[int]:
    _, from_row = OUR_HEADINGS
    if from_row not in reader.header.headings:
        return
    column = reader.header.headings.index(from_row)
    for number, cells in reader.sheet.rows():
        text = str(cells[column]).removesuffix(".0").strip() if column < len(cells) else ""
        if number > reader.header.row and text.isdecimal():
            yield int(text)
