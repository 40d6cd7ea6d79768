"""The program's own table of incident categories. Nothing is in it but what a program loads."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from alongside.access.models import Program

from ..models import IncidentCategory, QuestionKind
from ..problems import Conflict, Problem
from .recording import locked, recording, refuse, store, store_again

if TYPE_CHECKING:
    from alongside.access.models import User

MOST = 1000
LONGEST_QUESTION = 300
FIELDS = (
    "name", "source", "program_clock_count", "program_clock_unit", "state_clock_count", "state_clock_unit",
    "questions", "starts_on", "ends_on",
)  # fmt: skip


def add_category(
    *, program: Program, on: datetime.date, by: User | None, is_example: bool = False, **said: Any
) -> IncidentCategory:
    """Add a row. `said` are `FIELDS`; `questions` are [words, kind] pairs. Raises `Problems`."""
    with recording(program_id=program.pk, by=by):
        refuse(list(_problems_of(said)))
        return store(IncidentCategory(program_id=program.pk, is_example=is_example, **said), on=on)


def change_category(
    *, category: IncidentCategory, version: int, changes: Mapping[str, Any], on: datetime.date, by: User | None
) -> IncidentCategory:
    """Change a row as it was read at `version`. Raises `Conflict` and `Problems`."""
    with recording(program_id=category.program_id, by=by):
        category = locked(category)
        refuse(list(_problems_of(changes)))
        if all(getattr(category, field) == value for field, value in changes.items()):
            return category
        if category.version != version:
            raise Conflict(category, version, dict(changes))
        for field, value in changes.items():
            setattr(category, field, value)
        return store_again(category, fields=tuple(changes), on=on)


def load_examples(
    *, program: Program, rows: Iterable[Mapping[str, Any]], on: datetime.date, by: User | None
) -> list[IncidentCategory]:
    """Add example rows, marked as such; those whose name is there already are passed over."""
    with recording(program_id=program.pk, by=by):
        there = set(IncidentCategory.objects.values_list("name", flat=True))
        new = [row for row in rows if row["name"] not in there]
        return [add_category(program=program, is_example=True, on=on, by=by, **row) for row in new]


def _problems_of(said: Mapping[str, Any]) -> Iterator[Problem]:
    for field in ("program_clock_count", "state_clock_count"):
        count = said.get(field)
        if count is not None and not (isinstance(count, int) and 0 < count <= MOST):
            yield Problem(field, str(count), f"a whole number from 1 to {MOST}", "Leave it empty without a clock.")
    questions: Sequence[Sequence[str]] = said.get("questions") or ()
    asked = [pair[0].strip().lower() for pair in questions]
    for words, kind in questions:
        if kind not in QuestionKind.values:
            yield Problem("questions", repr(kind), f"one of: {', '.join(QuestionKind.values)}", "Choose one.")
        if not words.strip() or len(words) > LONGEST_QUESTION or not words.isprintable():
            yield Problem("questions", repr(words[:40]), f"up to {LONGEST_QUESTION} letters", "Shorten the question.")
    if len(set(asked)) < len(asked):
        yield Problem("questions", "a question asked twice", "each question once", "Take one of them out.")
