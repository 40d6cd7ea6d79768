"""Invoice lines from a CSV file, with the headings of the data dictionary's `invoice_line`, and the invoice's number.

    invoice_number, invoiced_on, medicaid_id, served_on, units, amount, claim_number

A row that cannot be read is told with its line, what was found, what was expected and how to fix it.
"""

from __future__ import annotations

import csv
import datetime
import io
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

NEEDED = ("invoice_number", "invoiced_on", "medicaid_id", "served_on", "units")
HEADINGS = (*NEEDED, "amount", "claim_number")
MOST_LINES = 5_000
MOST_UNITS = 1_000
MOST_TEXT = 200


@dataclass(frozen=True)
class InvoiceRow:
    """One line of the file."""

    line: int
    invoice_number: str
    invoiced_on: datetime.date
    medicaid_id: str
    served_on: datetime.date
    units: int
    amount: Decimal | None
    claim_number: str | None


@dataclass(frozen=True)
class RefusedRow:
    """One line that cannot be taken."""

    line: int
    column: str
    found: str
    expected: str

    def __str__(self) -> str:
        where = f"Line {self.line}, {self.column}" if self.line else "The file"
        return f"{where}: found {self.found or 'nothing'}; expected {self.expected}."


def read_invoice_lines(content: bytes) -> tuple[list[InvoiceRow], list[RefusedRow]]:
    """The rows of a file and what is wrong with the others. Nothing raises."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return [], [RefusedRow(0, "", "something that is no text", "a CSV file in UTF-8")]
    reader = csv.DictReader(io.StringIO(text, newline=""))
    rows: list[InvoiceRow] = []
    refused: list[RefusedRow] = []
    try:
        names = {(name or "").strip() for name in reader.fieldnames or ()}
        if missing := [name for name in NEEDED if name not in names]:
            found = ", ".join(sorted(names))[:MOST_TEXT]
            return [], [RefusedRow(1, "headings", found, f"the headings {', '.join(missing)} as well")]
        for number, given in enumerate(reader, 2):
            if number > MOST_LINES + 1:
                refused.append(RefusedRow(number, "lines", "more lines", f"at most {MOST_LINES} in one file"))
                break
            said = {
                (name or "").strip(): value.replace("\0", "").strip()
                for name, value in given.items()
                if isinstance(value, str)
            }
            if any(said.values()):
                row = _row(number, said)
                (rows if isinstance(row, InvoiceRow) else refused).append(row)  # type: ignore[arg-type]
    except csv.Error as wrong:
        refused.append(RefusedRow(0, "", str(wrong), "a CSV file"))
    return rows, refused


def _row(line: int, said: dict[str, str]) -> InvoiceRow | RefusedRow:
    for name in NEEDED:
        if not said.get(name):
            return RefusedRow(line, name, "", "an entry")
    for name, cell in said.items():
        if len(cell) > MOST_TEXT:
            return RefusedRow(line, name, cell[:MOST_TEXT], f"at most {MOST_TEXT} letters")
    days = {}
    for name in ("invoiced_on", "served_on"):
        try:
            days[name] = datetime.date.fromisoformat(said[name])
        except ValueError:
            return RefusedRow(line, name, said[name], "a day such as 2026-11-20")
    if not said["units"].isascii() or not said["units"].isdigit() or not 0 < int(said["units"]) <= MOST_UNITS:
        return RefusedRow(line, "units", said["units"], f"a whole number from 1 to {MOST_UNITS}")
    try:
        amount = Decimal(said["amount"]) if said.get("amount") else None
        if amount is not None and not (0 <= amount < 9_998 and amount == round(amount, 2)):
            raise InvalidOperation
    except InvalidOperation:
        return RefusedRow(line, "amount", said["amount"], "dollars and cents such as 12.50")
    return InvoiceRow(
        line, said["invoice_number"], days["invoiced_on"], said["medicaid_id"], days["served_on"], int(said["units"]),
        amount, said.get("claim_number") or None,
    )  # fmt: skip
