"""A file held against a pack's rules on one day: the one object every report prints from."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from alongside.facts.contract import FactTable
from alongside.facts.tables import TABLES
from alongside.law import ANSWERS, Answer, CriterionAnswer
from alongside.packs.pack import Pack

from .collected import Reading
from .untold import NotAsked, not_asked

MET, NOT_MET, NOT_YET_DUE, DOES_NOT_APPLY, FACTS_MISSING, PERSON = ANSWERS
OWED = (NOT_MET, PERSON, FACTS_MISSING)


@dataclass(frozen=True)
class Checked:
    """What a file says under a pack's rules on one day."""

    reading: Reading
    pack: Pack
    on: datetime.date
    answers: list[Answer]

    @property
    def counts(self) -> dict[str, Counter[str]]:
        """For each rule id in the pack's order, how often each of the six answers was given."""
        counts: dict[str, Counter[str]] = {rule.id: Counter() for rule in self.pack.rules}
        for answer in self.answers:
            counts[answer.rule][answer.answer] += 1
        return counts

    @cached_property
    def not_asked(self) -> list[NotAsked]:
        """Rules the file's columns cannot answer, left out of the answers, each reason once."""
        return not_asked(self.pack, self.reading.told)

    @cached_property
    def owed(self) -> list[Answer]:
        """Answers somebody has to act on, the most urgent first."""
        return sorted((a for a in self.answers if a.answer in OWED), key=urgency)

    @cached_property
    def ahead(self) -> list[Answer]:
        """What is not yet due, the soonest first."""
        return sorted((a for a in self.answers if a.answer == NOT_YET_DUE), key=urgency)

    @property
    def status(self) -> int:
        """The command's exit status: 0 nothing is owed, 1 something is."""
        return 1 if self.owed or self.reading.rejected_rows else 0

    def by_rule(self, answers: list[Answer]) -> Iterator[tuple[str, list[Answer]]]:
        """Answers grouped by rule, the group with the most urgent answer first."""
        groups: dict[str, list[Answer]] = {}
        for answer in answers:
            groups.setdefault(answer.rule, []).append(answer)
        yield from groups.items()

    def by_person(self, answers: list[Answer]) -> Iterator[tuple[tuple[str, str], list[Answer]]]:
        """Answers grouped by (participant or staff, subject), the person with the most urgent one first."""
        groups: dict[tuple[str, str], list[Answer]] = {}
        for answer in answers:
            groups.setdefault((root(answer), answer.subject), []).append(answer)
        yield from groups.items()

    def name(self, answer: Answer) -> str:
        """What the person an answer is about is called, as far as the file says."""
        return self.reading.people.get((root(answer), answer.root), "")

    def where(self, answer: Answer) -> str:
        """The row of the file that told what the answer is about."""
        place = self.reading.place(answer.about, answer.key)
        return f"{place[0]}, row {place[1]}" if place else ""

    def as_json(self) -> dict[str, Any]:
        """The command-line contract's shape."""
        return {
            "on": self.on.isoformat(),
            "answers": [answer.as_json() for answer in self.answers],
            "rejected": [problem.as_json() for problem in self.reading.rejected],
            "notes": self.reading.notes,
            "not_asked": [one.as_json() for one in self.not_asked],
        }


def root(answer: Answer) -> str:
    """Whose table the answer belongs to: participant or staff."""
    table: FactTable = TABLES[answer.about]
    while table.parent is not None:
        table = table.parent
    return table.name


def urgency(answer: Answer) -> tuple[int, datetime.date, str, str]:
    """A key to sort by: what is not met before what is open, then by due date; what has none is due at once."""
    order = (*OWED, NOT_YET_DUE, MET, DOES_NOT_APPLY).index(answer.answer)
    return order, answer.due or datetime.date.min, answer.rule, answer.subject


def open_criteria(answer: Answer) -> list[CriterionAnswer]:
    """The duties that keep an answer from being met."""
    return [c for c in answer.criteria if c.binds and c.holds is not True]


def lateness(answer: Answer) -> str:
    """How long ago it was due, or how soon it will be, in words. Empty where there is no date."""
    if answer.due is None:
        return ""
    days = (answer.asked_on - answer.due).days
    if days == 0:
        return "due that day"
    unit = "day" if abs(days) == 1 else "days"
    return f"{days} {unit} late" if days > 0 else f"in {-days} {unit}"
