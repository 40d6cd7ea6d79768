"""What reading a file gives: a book of sheets, a sheet of rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from .problems import Unreadable


@dataclass
class Sheet:
    """One sheet. `rows()` gives each row's number (from 1) with its cells; empty rows may be left out.

    `trouble` says of single cells (row from 1, column from 0) why what they show may not be used; `merged` gives
    places as (top, left, bottom, right). `is_1904` tells which of the two date systems of spreadsheets the file counts
    days by. `is_text` holds where every cell is text because the file knows nothing else (CSV).
    """

    name: str
    rows: Callable[[], Iterator[tuple[int, list[Any]]]]
    height: int
    trouble: dict[tuple[int, int], Unreadable] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    is_1904: bool = False
    is_text: bool = False
    notes: list[str] = field(default_factory=list)


@dataclass
class Book:
    """A file handed over. `load` reads a sheet when it is wanted. A text file is one sheet, named after the file."""

    name: str
    sheet_names: list[str]
    load: Callable[[str], Sheet]
    notes: list[str] = field(default_factory=list)
    is_text: bool = False
