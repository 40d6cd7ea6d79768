"""Text files that go out to spreadsheets: no cell becomes a formula, and numbers stay numbers."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

from .workbook_out import as_text

# What spreadsheets take for the start of a formula, in the full width of East Asian keyboards too.
OPENS = "=+-@\t\r\n＝＋－＠"
# Numbers with their sign, and telephone numbers with their country: useful as they are, and computed by nobody.
PLAIN = re.compile(r"[+-]?\d+(?:[.,]\d+)*|\+\d{1,3}(?: [\d()-]+)+")


def inert(value: Any) -> str:
    """A cell as text that no spreadsheet takes for a formula: an apostrophe stands before what would be one."""
    text = as_text(value)
    first = text.lstrip(" \u00a0")[:1]
    return f"'{text}" if first and first in OPENS and not PLAIN.fullmatch(text) else text


def csv_of(headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """A whole file of comma-separated values."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([inert(heading) for heading in headings])
    writer.writerows([inert(cell) for cell in row] for row in rows)
    return text.getvalue()
