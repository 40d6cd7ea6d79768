"""Rows of the participants' sheet as facts, once each has been held against the rows before it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from .collected import Reading
from .naming import plain
from .row import Row

ONCE = "Keep one row for each enrollment; write the day of discharge before a new one begins."


@dataclass
class _Person:
    """What earlier rows said of one Medicaid id."""

    rows: list[Row] = field(default_factory=list)
    taken: list[Row] = field(default_factory=list)


class Participants:
    """Collects the rows of one tracker's participants, in the order they stand."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.people: dict[str, _Person] = {}
        self.kinds_without_day: list[str] = []
        self.told: set[tuple[Any, ...]] = set()

    def add(self, row: Row) -> None:
        """Take the row or reject it."""
        _check(row)
        person = self.people.setdefault(row["medicaid_id"], _Person()) if row["medicaid_id"] else _Person()
        _check_against(row, person)
        person.rows.append(row)
        if row.problems:
            self.reading.reject(row)
        else:
            person.taken.append(row)
        if row["discharge_kind"] and not row["discharged_on"] and not row.problems:
            self.kinds_without_day.append(f"row {row.number}")

    def finish(self) -> None:
        """Turn the rows taken into facts."""
        for medicaid_id, person in self.people.items():
            if person.taken:
                self._facts(medicaid_id, sorted(person.taken, key=_enrolled))
        if self.kinds_without_day:
            rows = ", ".join(self.kinds_without_day[:8])
            self.reading.notes.append(f"A type of discharge without a day is no discharge yet: {rows}.")

    def _facts(self, medicaid_id: str, rows: list[Row]) -> None:
        last = rows[-1]
        family, given = last["family_name"] or "", last["given_name"] or ""
        born_on = next((r["born_on"] for r in reversed(rows) if r["born_on"]), None)
        extra = {"family_name": family, "given_name": given, "comments": last["comments"] or ""}
        self.reading.person("participant", medicaid_id, f"{given} {family}".strip(), extra)
        self.reading.add("participant", medicaid_id, last, medicaid_id=medicaid_id, born_on=born_on)
        for n, row in enumerate(rows):
            self._of_one_row(medicaid_id, row, n, is_last=row is last)

    def _of_one_row(self, medicaid_id: str, row: Row, n: int, *, is_last: bool) -> None:
        times = f" {n + 1}" if n else ""
        # What is true today has no dates in a tracker. A row that a later enrollment follows was true until its end.
        period = {"starts_on": row["enrolled_on"] if n else None, "ends_on": None if is_last else row["discharged_on"]}
        for table, told in _told(row, period):
            if (known := (medicaid_id, table, tuple(told.items()))) not in self.told:
                self.told.add(known)
                key = f"{medicaid_id} {table}{times}"
                self.reading.add(table, key, row, participant_id=medicaid_id, **told)


def _told(row: Row, period: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The facts of one row besides who it is about. What is blank is no fact."""
    if row["enrolled_on"]:
        yield "enrollment", {"enrolled_on": row["enrolled_on"]}
    if row["plan"]:
        yield "coverage", {"plan": row["plan"], **period}
    if row["screened_on"] or row["screen_result"]:
        screen = {"kind": row["screen_kind"], "completed_on": row["screened_on"], "result": row["screen_result"]}
        yield "functional_screen", screen
    if row["setting"] or row["beds"]:
        yield "residence", {"setting": row["setting"], "beds": row["beds"], **period}
    if row["assessed_on"]:
        yield "assessment", {"completed_on": row["assessed_on"]}
    if row["planned_on"]:
        yield "service_plan", {"completed_on": row["planned_on"], "is_in_person": row["is_in_person"]}
    if row["discharged_on"]:
        kind = row["discharge_kind"]
        is_planned = None if kind is None else kind == "planned"
        ending = {"discharged_on": row["discharged_on"], "is_planned": is_planned, "has_summary": row["has_summary"]}
        yield "discharge", ending


def _enrolled(row: Row) -> datetime.date:
    return row["enrolled_on"] or datetime.date.min


def _check(row: Row) -> None:
    born, enrolled, discharged = row["born_on"], row["enrolled_on"], row["discharged_on"]
    if discharged and enrolled and discharged < enrolled:
        row.problem(
            "discharged_on",
            f"a day on or after the enrollment ({enrolled})",
            "Correct the day of enrollment or of discharge.",
        )
    if discharged and "enrolled_on" not in row.values and not row.problems:
        row.problem("enrolled_on", "the day of the enrollment that was ended", "Fill in the day of enrollment.")
    if born and enrolled and enrolled < born:
        row.problem(
            "enrolled_on",
            f"a day after the date of birth ({born})",
            "Correct the date of birth or the day of enrollment.",
        )


def _check_against(row: Row, person: _Person) -> None:
    for earlier in person.rows:
        if _differs(row, earlier):
            theirs = f"the person of row {earlier.number}, who has this Medicaid id"
            fix = "Find out whose id it is and correct the other; for one person, write name and date of birth alike."
            row.problem(
                "medicaid_id", theirs, fix, f"{row.place(row.header.column_of('medicaid_id')).found} for somebody else"
            )
            return
    for earlier in person.taken:
        if _overlaps(row, earlier):
            until = f"ended {earlier['discharged_on']}" if earlier["discharged_on"] else "has not ended"
            found = f"a second enrollment while the one of row {earlier.number} {until}"
            row.problem("enrolled_on", "one enrollment at a time", ONCE, found)
            return


def _differs(row: Row, other: Row) -> bool:
    def unlike(name: str) -> bool:
        mine, theirs = row[name], other[name]
        if mine is None or theirs is None:
            return False
        return plain(mine) != plain(theirs) if isinstance(mine, str) else mine != theirs

    return any(unlike(name) for name in ("family_name", "given_name", "born_on"))


def _overlaps(row: Row, other: Row) -> bool:
    def days(r: Row) -> tuple[datetime.date, datetime.date]:
        return _enrolled(r), r["discharged_on"] or datetime.date.max

    (mine, mine_end), (theirs, theirs_end) = days(row), days(other)
    return mine == theirs or (mine < theirs_end and theirs < mine_end)
