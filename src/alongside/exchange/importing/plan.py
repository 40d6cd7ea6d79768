"""What an import would do, record by record, before it does anything."""

from __future__ import annotations

import datetime
import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from alongside.records.models import ProgramRecord

from ..collected import Reading, Rejected
from ..problems import Problem

ADD, CHANGE, SAME, LEFT_ALONE = "add", "change", "same", "left alone"
Place = tuple[str, int]


@dataclass
class Change:
    """One record and what happens to it. `fields` has old and new values; a record left alone keeps the old ones.

    `because` says why it is left alone, where that is not that a person entered the whole record.
    """

    action: str
    record: ProgramRecord
    root: str
    subject: str
    name: str
    place: Place
    fields: dict[str, tuple[Any, Any]] = field(default_factory=dict)
    because: str = ""

    @property
    def table(self) -> str:
        """The record's table, in the words of the data dictionary."""
        return self.record._meta.db_table

    def said(self) -> tuple[str, ...]:
        """What tells this change from another. Keys of new records differ from plan to plan and are no part of it."""
        sheet, row = self.place
        values = [f"{name}: {old!r} > {new!r}" for name, (old, new) in sorted(self.fields.items())]
        kept = "" if self.action == ADD else f"{self.record.pk} version {self.record.version}"
        return (self.action, self.table, self.subject, sheet, str(row), kept, *values)


@dataclass
class ImportPlan:
    """Everything an import would do. `rejected_rows` are rows it would not take: correct them and give them back."""

    reading: Reading
    program_id: UUID
    on: datetime.date
    changes: list[Change] = field(default_factory=list)
    rejected_rows: list[Rejected] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def problems(self) -> list[Problem]:
        """Every problem of every rejected row."""
        return [problem for row in self.rejected_rows for problem in row.problems]

    @property
    def is_nothing(self) -> bool:
        """Whether applying it would change no record."""
        return not any(change.action in (ADD, CHANGE) for change in self.changes)

    @property
    def digest(self) -> str:
        """A fingerprint of what would happen. A page keeps it to be sure that what was shown is what is done."""
        text = "\n".join("\t".join(change.said()) for change in self.changes)
        return hashlib.sha256(text.encode()).hexdigest()

    def counts(self) -> dict[str, Counter[str]]:
        """For each table, how many records would be added, changed, stay the same or be left alone."""
        counts: dict[str, Counter[str]] = {}
        for change in self.changes:
            counts.setdefault(change.table, Counter())[change.action] += 1
        return counts

    def by_row(self) -> dict[Place, list[Change]]:
        """The changes of each row of the file, in the file's order."""
        rows: dict[Place, list[Change]] = {}
        for change in sorted(self.changes, key=lambda c: c.place):
            rows.setdefault(change.place, []).append(change)
        return rows
