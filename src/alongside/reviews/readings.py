"""What rests on a reading, who chose what when, and what another choice would change."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from alongside.law import Choices, Rule
from alongside.packs.pack import Pack

from .ask import ask, choices, pack_in_context
from .models import ReadingChoice

Turn = tuple[str, str]


@dataclass(frozen=True)
class Changed:
    """What another choice does to one rule's answers today. `turns` are from, to and how many; `days` only fall due
    on another day."""

    rule: Rule
    asked: int
    turns: tuple[tuple[str, str, int], ...]
    days: int

    @property
    def count(self) -> int:
        """How many answers would change."""
        return sum(count for _, _, count in self.turns) + self.days


def resting_on(pack: Pack, reading: str) -> list[Rule]:
    """The rules of a pack that use a reading, in any of their versions."""
    return [
        rule for rule in pack.rules if any(reading == r.id for version, _ in rule.versions() for r in version.readings)
    ]


def choices_made() -> Mapping[str, list[ReadingChoice]]:
    """Every choice the program in context ever made, by reading, the newest first."""
    made: dict[str, list[ReadingChoice]] = {}
    for row in ReadingChoice.objects.select_related("chosen_by").order_by("-chosen_at"):
        made.setdefault(row.reading, []).append(row)
    return made


def what_would_change(reading: str, choice: str, *, on: datetime.date) -> list[Changed]:
    """Every rule that rests on a reading, with how many of the program's answers on a day this choice would change.

    The rules are asked twice, as the program reads them now and with the choice. Nothing is stored.
    """
    now = choices()
    then = (*(pair for pair in now if pair[0] != reading), (reading, choice))
    return [_changed(rule, on, now, tuple(sorted(then))) for rule in resting_on(pack_in_context(), reading)]


def _changed(rule: Rule, on: datetime.date, now: Choices, then: Choices) -> Changed:
    before, after = dict(_answers(rule, on, now)), dict(_answers(rule, on, then))
    pairs = [(before.get(key), after.get(key)) for key in before.keys() | after.keys()]
    turns = Counter((_word(b), _word(a)) for b, a in pairs if _word(b) != _word(a))
    days = sum(b != a and _word(b) == _word(a) for b, a in pairs)
    return Changed(rule, len(before), tuple((*turn, count) for turn, count in sorted(turns.items())), days)


def _answers(rule: Rule, on: datetime.date, given: Choices) -> Iterator[tuple[str, tuple[str, datetime.date | None]]]:
    for answer in ask(rule, on=on, given=given):
        yield answer.key, (answer.answer, answer.due)


def _word(said: tuple[str, datetime.date | None] | None) -> str:
    return said[0] if said else "does not apply"
