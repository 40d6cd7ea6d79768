"""One row of a sheet: what it tells, or what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from .header import Header
from .problems import Problem, cell_name, shown


@dataclass
class Row:
    """One row: what it tells by field (blank cells left out) and what is wrong with it. `cells` are as they stood."""

    sheet: str
    number: int
    values: dict[str, Any]
    header: Header
    cells: list[Any]
    problems: list[Problem] = field(default_factory=list)

    def __getitem__(self, name: str) -> Any:
        return self.values.get(name)

    def problem(self, name: str, expected: str, fix: str, found: str = "") -> None:
        """Add a problem of the cell that tells this field."""
        self.problems.append(self.told(name, expected, fix, found))

    def told(self, name: str, expected: str, fix: str, found: str = "") -> Problem:
        """A problem of the cell that tells this field; the row stays as it is."""
        place = self.place(self.header.column_of(name))
        return replace(place, found=found or place.found, expected=expected, fix=fix)

    def place(self, column: int) -> Problem:
        """Where a cell stands and what it shows, with nothing wrong yet."""
        heading = self.header.headings[column] if column < len(self.header.headings) else ""
        value = self.cells[column] if column < len(self.cells) else None
        return Problem(self.sheet, self.number, cell_name(column, self.number), shown(value), "", "", heading)
