"""What is wrong with something handed in: where it is, what was found, what was expected, how to fix it."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

SHOWN_AT_MOST = 80


@dataclass(frozen=True)
class Problem:
    """One thing that keeps a row from being taken. `row` counts as the spreadsheet does; `cell` is like D191."""

    sheet: str
    row: int
    cell: str
    found: str
    expected: str
    fix: str
    heading: str = ""

    def as_json(self) -> dict[str, Any]:
        """The command-line contract's shape, with the heading of the cell's column."""
        return asdict(self)

    def __str__(self) -> str:
        where = f"{self.sheet}, row {self.row}, cell {self.cell}" + (f" ({self.heading})" if self.heading else "")
        return f"{where}: found {self.found}. Expected {self.expected}. {self.fix}"


class Refused(Exception):
    """A file that cannot be read at all. Says where, what was found, what was expected and how to fix it."""

    def __init__(self, where: str, found: str, expected: str, fix: str) -> None:
        self.where, self.found, self.expected, self.fix = where, found, expected, fix
        super().__init__(f"{where}: {found}. Expected {expected}. {fix}")


def bad_facts(name: str, problems: Sequence[str]) -> Refused:
    """Facts that do not fit the data dictionary, by what is wrong with each."""
    found = listed([problem.rstrip(".") for problem in problems], most=20, joint="and")
    return Refused(name, found, "facts as the data dictionary has them", "Correct the rows named.")


class Unreadable(Exception):
    """A value that is not what its column holds. `hint` may add what was noticed about what was found."""

    def __init__(self, expected: str, fix: str, hint: str = "") -> None:
        self.expected, self.fix, self.hint = expected, fix, hint
        super().__init__(f"expected {expected}. {fix}")

    def at(self, place: Problem) -> Problem:
        """The same as a problem of the cell at that place."""
        found = f"{place.found} ({self.hint})" if self.hint else place.found
        return replace(place, found=found, expected=self.expected, fix=self.fix)


def column_letters(column: int) -> str:
    """The spreadsheet's name of a column, counted from 0: 0 is A, 26 is AA."""
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def cell_name(column: int, row: int) -> str:
    """The spreadsheet's name of a cell; the column counts from 0, the row from 1."""
    return f"{column_letters(column)}{row}"


def shown(value: Any) -> str:
    """A cell as a message may print it: short, on one line, nothing in it that a terminal would obey."""
    if value is None or value == "":
        return "nothing"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, datetime.datetime):
        return value.isoformat(" ", "minutes")
    text = str(value)
    # Cf holds the marks that turn text around, Cc line ends and escapes: shown they would change what a reader sees.
    safe = "".join(" " if unicodedata.category(c) in ("Cc", "Cf", "Cs") else c for c in text[: SHOWN_AT_MOST * 2])
    safe = " ".join(safe.split())
    return f"“{safe[:SHOWN_AT_MOST]}…”" if len(text) > SHOWN_AT_MOST else f"“{safe}”"


def listed(words: list[str], most: int = 8, joint: str = "or") -> str:
    """Words as a sentence lists them, at most so many: a, b or c."""
    some = words[:most]
    if len(words) > most:
        return ", ".join(some) + f" … ({len(words)} in all)"
    return f" {joint} ".join([", ".join(some[:-1]), some[-1]]) if len(some) > 1 else "".join(some)
