"""Comparing what a row tells with the record it is about, and keeping the outcome."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from alongside.law import said
from alongside.records.checks import problems_of
from alongside.records.models import Correction, ProgramRecord

from ..collected import Reading
from .plan import ADD, CHANGE, LEFT_ALONE, SAME, Change, ImportPlan, Place


@dataclass
class Whose:
    """The person a row is about."""

    root: str
    subject: str
    name: str


@dataclass
class Planner:
    """Collects changes. Problems of a record become problems of the row that told it, and the row is not taken."""

    plan: ImportPlan
    corrections: Mapping[tuple[UUID, str], Correction] = field(default_factory=dict)
    refused: dict[Place, list[tuple[str, str, str, str]]] = field(default_factory=dict)
    lost: set[tuple[str, str]] = field(default_factory=set)

    @property
    def reading(self) -> Reading:
        """The file as it was read."""
        return self.plan.reading

    def source(self, place: Place) -> str:
        """What a record made from a row is marked with."""
        return f"{place[0]} of {self.reading.name}"

    def add(self, model: type[ProgramRecord], whose: Whose, place: Place, values: Mapping[str, Any]) -> Any:
        """Plan a new record; returns it, not saved."""
        record = model(program_id=self.plan.program_id, imported_from=self.source(place), **values)
        told = {name: (None, _shown(value)) for name, value in values.items() if value not in (None, "")}
        self._keep(Change(ADD, record, whose.root, whose.subject, whose.name, place, told))
        return record

    def compare(
        self, record: ProgramRecord, whose: Whose, place: Place, values: Mapping[str, Any], *, replaces: bool = False
    ) -> None:
        """Plan what a row means for the record it is about. A value not told changes nothing, unless it `replaces`."""
        told = values if replaces else {name: value for name, value in values.items() if value not in (None, "")}
        new = {name: value for name, value in told.items() if getattr(record, name) != value}
        new = self._without_corrected(record, whose, place, new)
        if not new and self.plan.changes and self.plan.changes[-1].record is record:
            return
        action = SAME if not new else LEFT_ALONE if not record.imported_from else CHANGE
        fields = {name: (_shown(getattr(record, name)), _shown(value)) for name, value in new.items()}
        if action == CHANGE:
            for name, value in new.items():
                setattr(record, name, value)
        self._keep(Change(action, record, whose.root, whose.subject, whose.name, place, fields))

    def as_told(self, record: ProgramRecord, name: str) -> str | None:
        """A field as the import before told it, whatever a person made of it since; as text."""
        correction = self.corrections.get((record.pk, name))
        return as_text(getattr(record, name)) if correction is None else correction.was

    def _without_corrected(
        self, record: ProgramRecord, whose: Whose, place: Place, new: dict[str, Any]
    ) -> dict[str, Any]:
        """The new values but for fields a person corrected: those are kept as they are, and the difference is said."""
        theirs: dict[str, dict[str, tuple[Any, Any]]] = {}
        for name, value in new.items():
            if record.imported_from and (made := self.corrections.get((record.pk, name))) is not None:
                by = made.corrected_by.name if made.corrected_by else "somebody"
                because = f"Differs from what was corrected here on {said(made.corrected_on)} by {by}"
                theirs.setdefault(because, {})[name] = (_shown(getattr(record, name)), _shown(value))
        for because, fields in theirs.items():
            kept = Change(LEFT_ALONE, record, whose.root, whose.subject, whose.name, place, fields, because)
            self._keep(kept)
        corrected = {name for fields in theirs.values() for name in fields}
        return {name: value for name, value in new.items() if name not in corrected}

    def _keep(self, change: Change) -> None:
        self.plan.changes.append(change)
        if change.action not in (ADD, CHANGE):
            return
        for problem in problems_of(change.record, on=self.plan.on):
            self.refuse(change.place, (f"{change.table}.{problem.field}", problem.found, problem.expected, problem.fix))
            if change.table in ("participant", "staff", "person"):
                self.lost.add((change.root, change.subject))

    def refuse(self, place: Place, problem: tuple[str, str, str, str]) -> None:
        """A row cannot be taken: (table.field, found, expected, fix)."""
        self.refused.setdefault(place, []).append(problem)


def as_text(value: Any) -> str | None:
    """A value as corrections keep it."""
    return None if value in (None, "") else str(value)


def _shown(value: Any) -> Any:
    """A value as a plan shows it; another record by its name, since a new one's key differs from plan to plan."""
    return getattr(value, "name", "") if isinstance(value, ProgramRecord) else value
