"""Lines of a fee schedule from a CSV file, as they were copied. Nothing is guessed: an empty cell stays so."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from alongside.records.actions.service_codes import CodeLine
from alongside.records.models import IllinoisService, ServiceKind, Tier

from .invoice_lines import RefusedRow

NEEDED = ("code", "kind", "starts_on")
HEADINGS: Mapping[str, str] = {
    "code": "the procedure code, as the schedule prints it",
    "kind": "which service, in the words used here, such as community_support or Community support",
    "starts_on": "first day it holds, such as 2026-07-01",
    "ends_on": "last day it holds",
    "unit": "the unit, as the schedule prints it",
    "tier": "lpha, qmhp, mhp or rsa, where the line is for one of them",
    "modifier": "the modifier, as the schedule prints it",
    "unit_minutes": "how many minutes a unit has, where it is one of time",
    "group_size": "how many may take part at most",
    "rate": "what a unit pays, in dollars",
}
MOST_LINES = 5_000
MOST_COUNT = 1_440
MOST_DOLLARS = Decimal(9_998)
MOST_TEXT = 200
KINDS = {said.lower(): value for words in (IllinoisService, ServiceKind) for pair in words.choices
         for said, value in ((pair[0], pair[0]), (pair[1], pair[0]))}  # fmt: skip
TIERS = {said.lower(): value for value, label in Tier.choices for said in (value, label)}


def read_fee_schedule(content: bytes) -> tuple[list[CodeLine], list[RefusedRow]]:
    """The lines of a file, and every cell that cannot be taken. Nothing raises."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return [], [RefusedRow(0, "", "something that is no text", "a CSV file in UTF-8")]
    reader = csv.DictReader(io.StringIO(text, newline=""))
    lines: list[CodeLine] = []
    refused: list[RefusedRow] = []
    try:
        names = {(name or "").strip().lower() for name in reader.fieldnames or ()}
        if missing := [name for name in NEEDED if name not in names]:
            found = ", ".join(sorted(names))[:MOST_TEXT]
            return [], [RefusedRow(1, "headings", found, f"the headings {', '.join(missing)} as well")]
        for row in reader:
            if reader.line_num > MOST_LINES:
                return [], [RefusedRow(0, "", f"more than {MOST_LINES} lines", f"at most {MOST_LINES}")]
            cells = {(name or "").strip().lower(): _text(cell) for name, cell in row.items()}
            if any(cells.values()):
                _take(reader.line_num, cells, lines, refused)
    except csv.Error as wrong:
        refused.append(RefusedRow(reader.line_num, "", str(wrong), "a CSV file"))
    return lines, refused


def _text(cell: Any) -> str:
    """A cell as text; cells beyond the headings come as a list."""
    return ("; ".join(cell) if isinstance(cell, list) else cell or "").replace("\0", "").strip()


def _take(line: int, cells: Mapping[str, str], lines: list[CodeLine], refused: list[RefusedRow]) -> None:
    wrong = [RefusedRow(line, name, "", "an entry") for name in NEEDED if not cells.get(name)]
    if beyond := cells.get(""):
        wrong.append(RefusedRow(line, "", beyond[:MOST_TEXT], "no more cells than headings"))
    said: dict[str, Any] = {}
    for name, read in READS.items():
        cell = cells.get(name, "")
        try:
            said[name] = read(cell) if cell else None
        except (ValueError, KeyError, InvalidOperation):
            wrong.append(RefusedRow(line, name, cell[:MOST_TEXT], EXPECTED[name]))
    if not wrong and said["ends_on"] and said["ends_on"] < said["starts_on"]:
        wrong.append(RefusedRow(line, "ends_on", cells["ends_on"], "a day no earlier than starts_on"))
    if wrong:
        refused.extend(wrong)
    else:
        lines.append(CodeLine(line=line, **said))


def _words(cell: str) -> str:
    if len(cell) > MOST_TEXT:
        raise ValueError
    return cell


def _count(cell: str) -> int:
    if not (cell.isascii() and cell.isdigit() and len(cell) < 6 and 0 < int(cell) <= MOST_COUNT):
        raise ValueError
    return int(cell)


def _dollars(cell: str) -> Decimal:
    amount = Decimal(cell.removeprefix("$").replace(",", ""))
    if not amount.is_finite() or not 0 <= amount <= MOST_DOLLARS or amount != round(amount, 2):
        raise ValueError
    return amount


READS: Mapping[str, Callable[[str], Any]] = {
    "code": _words, "kind": lambda cell: KINDS[cell.lower()], "unit": _words,
    "starts_on": datetime.date.fromisoformat, "ends_on": datetime.date.fromisoformat,
    "tier": lambda cell: TIERS[cell.lower()], "modifier": _words, "unit_minutes": _count, "group_size": _count,
    "rate": _dollars,
}  # fmt: skip
_TEXT, _DAY, _COUNT = (
    f"at most {MOST_TEXT} letters",
    "a day such as 2026-07-01",
    f"a whole number from 1 to {MOST_COUNT}",
)
EXPECTED = {
    "code": _TEXT, "kind": "a service by its word here, such as community_support", "unit": _TEXT, "starts_on": _DAY,
    "ends_on": _DAY, "tier": "lpha, qmhp, mhp, rsa or nothing", "modifier": _TEXT, "unit_minutes": _COUNT,
    "group_size": _COUNT, "rate": f"dollars and cents up to {MOST_DOLLARS}, such as 12.50",
}  # fmt: skip
