"""Rows of the staff sheet and the training log as facts, once each has been held against the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from .collected import Reading
from .row import Row


class Staffing:
    """Collects staff members, then their training. `is_known` tells of staff numbers that are known from elsewhere."""

    def __init__(self, reading: Reading, is_known: Callable[[str], bool]) -> None:
        self.reading, self.is_known = reading, is_known
        self.rows: dict[str, Row] = {}
        self.sessions: Counter[tuple[object, ...]] = Counter()
        self.exact: dict[tuple[object, ...], int] = {}
        self.twice: list[str] = []

    def add_member(self, row: Row) -> None:
        """Take a staff member or reject the row."""
        number, started, ended = row["staff_number"], row["started_on"], row["ended_on"]
        if started and ended and ended < started:
            row.problem(
                "ended_on",
                f"a day on or after the first ({started})",
                "Correct the first or the last day of employment.",
            )
        if number in self.rows:
            expected = f"a number of their own; row {self.rows[number].number} has this one"
            row.problem("staff_number", expected, "Give each staff member, and each job of one person, its own number.")
        elif number:
            self.rows[number] = row
        if row.problems:
            self.reading.reject(row)
            return
        details = {
            name: value for name, value in row.values.items() if name not in ("staff_number", "started_on", "ended_on")
        }
        self.reading.person("staff", number, row["name"] or "", details)
        self.reading.add("staff", number, row, staff_number=number, started_on=started, ended_on=ended)

    def add_session(self, row: Row) -> None:
        """Take a training session or reject the row. Every staff sheet must have been read before."""
        number = row["staff_number"]
        if number:
            self._check_member(row, number)
        if row.problems:
            self.reading.reject(row)
            return
        who, held_on, topic = number, row["held_on"], row["topic"]
        self.sessions[who, held_on, topic] += 1
        self._notice_twice(row)
        self.reading.add(
            "training", f"{who} {held_on} {topic} {self.sessions[who, held_on, topic]}", row,
            staff_id=who, topic=topic, hours=row["hours"], held_on=held_on,
            method=row["method"], content=row["content"],
            employee_name=row["employee_name"] or self.reading.people.get(("staff", who)) or None,
            employer_name=row["employer_name"], county_signed_by=row["county_signed_by"],
        )  # fmt: skip

    def _check_member(self, row: Row, number: str) -> None:
        member = self.rows.get(number)
        if member is None and not self.is_known(number):
            fix = "Correct the number, or add the staff member to the staff sheet with their first day."
            row.problem("staff_number", "a staff number that is on the staff sheet", fix)
        elif member is not None and member.problems:
            expected = f"a staff member whose own row could be read; row {member.number} of “{member.sheet}” could not"
            row.problem("staff_number", expected, "Correct that row first, and give this one back with it.")

    def _notice_twice(self, row: Row) -> None:
        whole = tuple(row.values.items())
        if (first := self.exact.setdefault(whole, row.number)) != row.number:
            self.twice.append(f"{first} and {row.number}")

    def finish(self) -> None:
        """Say what was noticed about all of them."""
        if self.twice:
            some = "; ".join(self.twice[:5]) + (f"; and {len(self.twice) - 5} more" if len(self.twice) > 5 else "")
            self.reading.notes.append(
                f"Training rows that are alike in every cell each count: rows {some}. Delete the ones entered twice."
            )
