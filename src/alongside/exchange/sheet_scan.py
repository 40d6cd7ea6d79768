"""One look over a worksheet's XML before it is read: how far it reaches, and which cells may not be taken as they are.

The library that reads the cells hands over errors such as #REF!, and formulas nobody has calculated, as empty cells,
and it sets aside room for the whole rectangle the cells span. So both are found here first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from .archive import damaged
from .limits import Limits, megabytes
from .problems import Refused, cell_name
from .xml_events import walk

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
TROUBLED_AT_MOST = 50_000
DIGITS = "0123456789"
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?")


@dataclass
class Scan:
    """Rows count from 1, columns from 0. `errors` has what the cell shows; `merged` has (top, left, bottom, right).

    `formulas` counts those whose last value was saved with them.
    """

    rows: int = 0
    columns: int = 0
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    uncalculated: set[tuple[int, int]] = field(default_factory=set)
    formulas: int = 0
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    text_bytes: int = 0


def column_number(letters: str) -> int:
    """The number of a column from 0, by its letters."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


class _Scanner:
    """Takes expat's events. Kept flat and short: it runs for every element of a sheet."""

    def __init__(self, where: str, name: str, limits: Limits, lengths: list[int] | None) -> None:
        self.found, self.where, self.name, self.limits, self.lengths = Scan(), where, name, limits, lengths
        self.row, self.row_said, self.column, self.type = 0, "", -1, ""
        self.has_value = self.has_formula = self.in_value = False
        self.known_columns: dict[str, int] = {}

    def start(self, tag: str, attributes: list[str]) -> None:
        if tag == "v" or tag == "is":
            # A formula nobody has calculated may come with an empty value; one that gives empty text is of type str.
            self.in_value = tag == "v" and (
                self.has_formula or self.type == "e" or (self.type == "s" and self.lengths is not None)
            )
            self.has_value = not self.has_formula or self.type == "str"
        elif tag == "c":
            self.finish()
            self._cell(attributes)
        elif tag == "row":
            self.finish()
            self._row(attributes)
        elif tag == "f":
            self.has_formula = True
        elif tag == "mergeCell":
            self._merge(attributes)
        elif ":" in tag:
            self.start(tag.rpartition(":")[2], attributes)

    def _cell(self, attributes: list[str]) -> None:
        self.type, reference = "", ""
        for n in range(0, len(attributes), 2):
            if attributes[n] == "r":
                reference = attributes[n + 1]
            elif attributes[n] == "t":
                self.type = attributes[n + 1]
        column = self.column + 1
        if reference:
            letters = reference.rstrip(DIGITS)
            known = self.known_columns.get(letters)
            column = self._known(letters, reference) if known is None else known
            if column <= self.column:
                raise damaged(self.name, f"{self.where} has the cell {reference} twice or out of order")
            if reference[len(letters) :] != self.row_said:  # the library would set aside room up to there
                raise damaged(self.name, f"{self.where} has the cell {reference[:20]} in row {self.row_said}")
        self.column = column
        self.has_value = self.has_formula = self.in_value = False

    def _known(self, letters: str, reference: str) -> int:
        if (
            not letters.isascii()
            or not letters.isalpha()
            or not letters.isupper()
            or column_number(letters[:8]) >= MOST_COLUMNS
        ):
            raise damaged(self.name, f"{self.where} has a cell called {reference[:20]}, which no sheet has")
        return self.known_columns.setdefault(letters, column_number(letters))

    def _row(self, attributes: list[str]) -> None:
        row = self.row + 1
        for n in range(0, len(attributes), 2):
            if attributes[n] == "r":
                row = int(attributes[n + 1]) if attributes[n + 1].isdecimal() else 0
        if not self.row < row <= MOST_ROWS:
            raise damaged(self.name, f"{self.where} has row {row} twice, out of order, or past the last row")
        self.row, self.row_said, self.column = row, str(row), -1

    def _merge(self, attributes: list[str]) -> None:
        given = dict(zip(attributes[::2], attributes[1::2], strict=True)).get("ref", "")
        if (match := _RANGE.fullmatch(given)) is None:
            raise damaged(self.name, f"{self.where} merges the cells {given[:20]!r}, which is no range")
        left, top, right, bottom = match[1], match[2], match[3] or match[1], match[4] or match[2]
        self.found.merged.append((int(top), column_number(left), int(bottom), column_number(right)))
        if len(self.found.merged) > self.limits.merged_ranges:
            most = f"at most {self.limits.merged_ranges} merged places"
            fix = "Select all cells, choose Unmerge Cells, save, and try again."
            raise Refused(self.name, f"{self.where} has thousands of merged cells", most, fix)

    def characters(self, text: str) -> None:
        # Without a handler for ends, the line end after a value may still hang on to it.
        text = text.strip()
        if not self.in_value or not text:
            return
        self.has_value = True
        if self.type == "e":
            place = self.row, self.column
            self.found.errors[place] = (self.found.errors.get(place, "") + text)[:20]
            if len(self.found.errors) > TROUBLED_AT_MOST:
                fix = "Clear the formulas that fail, save, and try again."
                raise Refused(
                    self.name, f"{self.where} has over {TROUBLED_AT_MOST} cells with errors", "a sheet of values", fix
                )
        elif self.type == "s" and self.lengths is not None and text.isdecimal() and int(text) < len(self.lengths):
            self.found.text_bytes += self.lengths[int(text)]
            if self.found.text_bytes > self.limits.text_bytes:
                most = megabytes(self.limits.text_bytes)
                raise Refused(
                    self.name,
                    f"{self.where} repeats long texts over and over",
                    f"at most {most} of text",
                    "Shorten them.",
                )

    def finish(self) -> None:
        """Take down the cell that has just been passed."""
        found = self.found
        if self.has_formula:
            if self.has_value:
                found.formulas += self.type != "e"
            elif len(found.uncalculated) < TROUBLED_AT_MOST:
                found.uncalculated.add((self.row, self.column))
        if self.has_value:
            found.rows = self.row
            if self.column >= found.columns:
                found.columns = self.column + 1
            if found.rows * found.columns > self.limits.cells:
                self._too_wide()
        self.has_value = self.has_formula = False

    def _too_wide(self) -> None:
        corner = cell_name(self.found.columns - 1, self.found.rows)
        raise Refused(
            self.name,
            f"{self.where} reaches to the cell {corner}",
            f"at most {self.limits.cells} cells, empty ones included",
            "If a stray entry stands far from the others, delete its row and column. Otherwise split the sheet.",
        )  # fmt: skip


def scan(chunks: Iterable[bytes], where: str, name: str, limits: Limits, lengths: list[int] | None = None) -> Scan:
    """Look a worksheet over. `lengths` are those of the shared texts, where the text of all cells must be counted."""
    scanner = _Scanner(where, name, limits, lengths)
    walk(chunks, scanner.start, scanner.characters, where, name)
    scanner.finish()
    return scanner.found
