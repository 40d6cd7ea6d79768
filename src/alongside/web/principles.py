"""The six principles a wish to work is held to, each with how it stands."""

from __future__ import annotations

from dataclasses import dataclass

from .shown import STANDS, Line, Shown

# The criteria of one principle begin alike; the name says it in the field's words.
NAMES = {
    "IPS-1": "Whoever wants to work is served",
    "IPS-2": "The goal is a job anyone can apply for, at minimum wage or more",
    "IPS-3": "The search starts soon",
    "IPS-4": "Nothing has to be passed, learned or tried out first",
    "IPS-5": "Support has no time limit",
    "IPS-6": "What the participant prefers decides",
}


@dataclass(frozen=True)
class Principle:
    """One principle and the criteria that ask it."""

    name: str
    lines: list[Line]

    @property
    def stands(self) -> str:
        """As the criterion stands that most needs someone."""
        return min((line.stands for line in self.lines), key=list(STANDS).index)

    @property
    def icon(self) -> str:
        return STANDS[self.stands][0]

    @property
    def word(self) -> str:
        return STANDS[self.stands][1]

    @property
    def open(self) -> list[Line]:
        return [line for line in self.lines if line.needs_someone]


def principles(shown: Shown) -> list[Principle]:
    """The principles asked of one wish, in the page's order; none where the rule asks nothing."""
    held: dict[str, list[Line]] = {}
    for line in shown.lines:
        held.setdefault(line.id.partition(".")[0], []).append(line)
    return [Principle(NAMES.get(prefix, prefix), lines) for prefix, lines in held.items()]
