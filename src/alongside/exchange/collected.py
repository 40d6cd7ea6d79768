"""What reading a file gives: facts by table, who they are about, what was rejected and what was noticed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from alongside.facts.tables import TABLES

from .problems import Problem
from .row import Row


@dataclass
class Rejected:
    """A row that was not taken, as it stood: its sheet's headings, its cells, and every problem of it.

    `sheet_to_write` is a name the mapping knows the sheet by; a text file has only its own.
    """

    sheet: str
    sheet_to_write: str
    row: int
    headings: list[str]
    cells: list[Any]
    problems: list[Problem]

    @classmethod
    def of(cls, row: Row, more: Iterable[tuple[str, str, str, str]] = ()) -> Rejected:
        """A row with its problems and with more: (field, found, expected, fix)."""
        problems = [*row.problems, *(row.told(name, expected, fix, found) for name, found, expected, fix in more)]
        written_as = row.header.sheet_to_write or row.sheet
        return cls(row.sheet, written_as, row.number, row.header.headings, row.cells, problems)


@dataclass
class Reading:
    """Facts in the words of `facts.tables`. Keys: the Medicaid id, the staff number, and for the rest a text that the
    same file gives again.

    `people` has a display name by (participant or staff, key), `details` what a sheet tells of them beyond facts, and
    `places` the (sheet, row) of each fact by table and key. `unknown` lists what the mapping did not know. `told` has
    the columns the file has a place for, as table.column, filled in or not. `rows` are the rows taken, where they are
    kept.
    """

    name: str
    tables: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    people: dict[tuple[str, str], str] = field(default_factory=dict)
    details: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    places: dict[str, dict[str, tuple[str, int]]] = field(default_factory=dict)
    rejected_rows: list[Rejected] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    rows_read: int = 0
    keeps_rows: bool = False
    rows: dict[tuple[str, int], Row] = field(default_factory=dict)

    @property
    def rejected(self) -> list[Problem]:
        """Every problem of every rejected row."""
        return [problem for row in self.rejected_rows for problem in row.problems]

    def add(self, table: str, key: str, row: Row, **columns: Any) -> None:
        """Add a fact told by a row. Columns not given are not known."""
        known = TABLES[table]
        fact = dict.fromkeys(known.columns)
        fact[known.key] = key
        fact.update(columns)
        self.tables.setdefault(table, []).append(fact)
        self.places.setdefault(table, {})[key] = (row.sheet, row.number)
        if self.keeps_rows:
            self.rows[row.sheet, row.number] = row

    def person(self, root: str, key: str, name: str, details: dict[str, Any]) -> None:
        """Say what somebody is called, and what else the sheet tells of them."""
        self.people[root, key] = name
        self.details[root, key] = details

    def reject(self, row: Row) -> None:
        """Set a row aside, whole, with all its problems."""
        self.rejected_rows.append(Rejected.of(row))

    def place(self, table: str, key: str) -> tuple[str, int] | None:
        """The sheet and row that told a fact."""
        return self.places.get(table, {}).get(key)
