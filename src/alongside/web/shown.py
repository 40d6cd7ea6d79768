"""An answer as pages show it: the few reasons that matter first, the rest on request.

Live answers (`alongside.law.Answer`) and stored ones (`alongside.reviews.models.Answer`) come out the same.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from alongside.law import Answer
from alongside.law.rule import DOES_NOT_APPLY, MET, NOT_YET_DUE

REASONS_FIRST = 4

# How a criterion stands, from what to act on to what needs nothing: its icon and its word.
STANDS = {
    "no": ("no", "No"),
    "not-yet": ("not-yet-due", "Not yet"),
    "unknown": ("unknown", "Not known"),
    "decide": ("a-person-must-decide", "To decide"),
    "advice": ("advice", "Advice"),
    "yes": ("yes", "Yes"),
    "aside": ("set-aside", "Not needed"),
}


@dataclass(frozen=True)
class Line:
    """One criterion on the page. `cites` are mappings of source, place and quote."""

    id: str
    kind: str
    sentence: str
    stands: str
    note: str
    cites: Sequence[Mapping[str, str]]

    @property
    def icon(self) -> str:
        return STANDS[self.stands][0]

    @property
    def word(self) -> str:
        return STANDS[self.stands][1]

    @property
    def needs_someone(self) -> bool:
        return self.stands not in ("yes", "aside")


@dataclass(frozen=True)
class Shown:
    """What the reader sees of one answer. `facts` maps names to values, and is empty for a stored answer."""

    rule: str
    name: str
    subject: str
    key: str
    root: str
    answer: str
    due: datetime.date | None
    asked_on: datetime.date
    lines: tuple[Line, ...]
    next_step: str
    who: str
    facts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def anchor(self) -> str:
        """What links within a page aim at."""
        return f"{self.rule}-{self.key[:8]}"

    @property
    def first(self) -> list[Line]:
        """The reasons to show first: what is open, in the order of urgency; where nothing is, what was asked."""
        return (self._open or [line for line in self.lines if line.stands == "yes"] or list(self.lines))[:REASONS_FIRST]

    @property
    def open_after_first(self) -> int:
        return max(0, len(self._open) - REASONS_FIRST)

    @property
    def open_after_one(self) -> int:
        return max(0, len(self._open) - 1)

    @property
    def held(self) -> int:
        """How many criteria hold or are not needed, beside the reasons shown first."""
        return sum(line not in self.first for line in self.lines if not line.needs_someone)

    @property
    def is_open(self) -> bool:
        """Whether somebody has something to do about it."""
        return self.answer not in (MET, DOES_NOT_APPLY)

    @property
    def source(self) -> Mapping[str, str]:
        """The words the first reason rests on."""
        return self.first[0].cites[0]

    @property
    def _open(self) -> list[Line]:
        order = list(STANDS)
        return sorted((line for line in self.lines if line.needs_someone), key=lambda line: order.index(line.stands))


URGENCY = ("not met", "facts missing", "a person must decide", "not yet due", "met", "does not apply")


def most_urgent_first(answers: Iterable[Shown]) -> list[Shown]:
    """What is open before what is in order; of the same answer, the longest due first."""
    return sorted(answers, key=lambda shown: (URGENCY.index(shown.answer), shown.due or datetime.date.max))


def live(answer: Answer) -> Shown:
    """A computed answer, with the facts it rests on."""
    criteria = [criterion.as_json() for criterion in answer.criteria]
    return Shown(
        rule=answer.rule, name=answer.name, subject=answer.subject, key=answer.key, root=answer.root,
        answer=answer.answer, due=answer.due, asked_on=answer.asked_on, lines=_lines(criteria, answer.answer),
        next_step=answer.next_step, who=answer.who, facts=answer.facts,
    )  # fmt: skip


def stored(row: Any) -> Shown:
    """A stored answer."""
    return Shown(
        rule=row.rule, name=row.name, subject=row.subject, key=str(row.key), root=str(row.root), answer=row.answer,
        due=row.due_on, asked_on=row.asked_on, lines=_lines(row.criteria, row.answer),
        next_step=row.next_step, who=row.who,
    )  # fmt: skip


def _lines(criteria: Sequence[Mapping[str, Any]], answer: str) -> tuple[Line, ...]:
    return tuple(
        Line(c["id"], c["kind"], c["sentence"], _stands(c, answer), c["note"], c["cites"]) for c in criteria
    )  # fmt: skip


def _stands(criterion: Mapping[str, Any], answer: str) -> str:
    if answer == DOES_NOT_APPLY:
        return "aside"
    if criterion["note"].startswith("Open question"):
        return "decide"
    if criterion["note"]:
        return "aside"
    if criterion["holds"] is None:
        return "unknown"
    if criterion["holds"]:
        return "yes"
    if criterion["kind"] in ("should", "may"):
        return "advice"
    return "not-yet" if answer == NOT_YET_DUE else "no"
