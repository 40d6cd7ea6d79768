"""Workbooks as offices want them: text stays text, the header stays in view, columns are as wide as what they hold."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import xlsxwriter

from .cells import is_blank

NARROWEST, WIDEST = 8, 60
LONGEST_CELL = 32_767


class Workbook:
    """A workbook made in memory. Every cell is written as text, so none can become a formula or lose a zero."""

    def __init__(self) -> None:
        self._file = io.BytesIO()
        self._book = xlsxwriter.Workbook(
            self._file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        )
        # The text format and the quote prefix keep Excel from reading a cell anew when somebody edits it.
        self._text = self._book.add_format(
            {"num_format": "@", "valign": "top", "text_wrap": True, "quote_prefix": True}
        )
        self._header = self._book.add_format(
            {"bold": True, "bg_color": "#E7F2FF", "border": 1, "text_wrap": True, "valign": "top"}
        )
        self._marked = self._book.add_format(
            {
                "num_format": "@",
                "valign": "top",
                "text_wrap": True,
                "bg_color": "#FFF1D2",
                "border": 1,
                "quote_prefix": True,
            }
        )
        self._names: set[str] = set()

    def sheet(
        self, name: str, headings: Sequence[str], rows: Iterable[Sequence[Any]],
        is_marked: Callable[[int, int], bool] = lambda _row, _column: False,
    ) -> None:  # fmt: skip
        """Add a sheet. `is_marked` tells which cells (row and column from 0, below the header) stand out."""
        sheet = self._book.add_worksheet(self._name(name))
        widths = [len(h) for h in headings]
        for column, heading in enumerate(headings):
            sheet.write_string(0, column, heading, self._header)
        last = 0
        for number, row in enumerate(rows):
            last = number + 1
            for column, value in enumerate(row):
                text = as_text(value)
                widths[column] = max(widths[column], max(map(len, text.split("\n")), default=0))
                sheet.write_string(last, column, text, self._marked if is_marked(number, column) else self._text)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, min(max(width + 2, NARROWEST), WIDEST), self._text)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(last, 1), max(len(headings) - 1, 0))

    def _name(self, name: str) -> str:
        # Excel allows 31 characters, some not, and no two names alike but for case.
        safe = re.sub(r"[\[\]:*?/\\]", " ", name).strip("' ")[:31] or "Sheet"
        number = 2
        unique = safe
        while unique.lower() in self._names:
            unique, number = f"{safe[:27]} {number}", number + 1
        self._names.add(unique.lower())
        return unique

    def content(self) -> bytes:
        """The workbook's bytes; nothing can be added after."""
        self._book.close()
        return self._file.getvalue()


def as_text(value: Any) -> str:
    """A cell as text that reads back as the same value: whole numbers without a point, days as 2026-11-20."""
    if is_blank(value):
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return f"{value:.15g}"
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", str(value))[:LONGEST_CELL]
