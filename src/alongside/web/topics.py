"""Answers about one person, gathered by topic in the order of the pack."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from alongside.law.rule import DOES_NOT_APPLY
from alongside.packs.pack import Pack

from .shown import Shown, most_urgent_first


@dataclass(frozen=True)
class Topic:
    """Answers whose rule ids begin alike. `prefix` is that beginning, such as ELG."""

    prefix: str
    answers: list[Shown]

    @property
    def applying(self) -> list[Shown]:
        return most_urgent_first(shown for shown in self.answers if shown.answer != DOES_NOT_APPLY)


def by_topic(pack: Pack, answers: Iterable[Shown]) -> dict[str, Topic]:
    """Topics by prefix, in the pack's order; a topic nobody asked about is empty."""
    topics = {prefix: Topic(prefix, []) for prefix in dict.fromkeys(prefix_of(rule.id) for rule in pack.rules)}
    for shown in answers:
        topics[prefix_of(shown.rule)].answers.append(shown)
    return topics


def prefix_of(rule_id: str) -> str:
    """The topic of a rule id: TRN-1 → TRN."""
    return rule_id.partition("-")[0]
