"""Where the law is written, and where it is silent."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Source:
    """A document relied on. `read` says how much of it was read: whole, in part, earlier version, not read."""

    id: str
    title: str
    authority: str
    read: str
    read_on: datetime.date | None = None
    address: str = ""

    def at(self, place: str, quote: str) -> Citation:
        """A citation of this source: the place in it and the few words relied on."""
        return Citation(self, place, quote)


@dataclass(frozen=True)
class Citation:
    """A place in a source and its own words, kept short."""

    source: Source
    place: str
    quote: str

    def __str__(self) -> str:
        return f"{self.source.title}, {self.place}" if self.place else self.source.title

    @property
    def words(self) -> str:
        """The words as printed: a quotation only where the document itself was read whole and as it stands."""
        return f"“{self.quote}”" if self.source.read == "whole" else f"as reported: {self.quote}"


@dataclass(frozen=True)
class Question:
    """What no source settles. While it is open, a person must decide."""

    number: int
    text: str


@dataclass(frozen=True)
class Reading:
    """A numbered choice made where the text is silent. A program can be given another of its `choices`."""

    id: str
    title: str
    why: str
    default: str
    choices: dict[str, str] = field(hash=False)
    questions: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        self.chosen(self.default)

    def chosen(self, choice: str) -> str:
        """The choice, if it is one of this reading's. Raises ValueError with those there are."""
        if choice not in self.choices:
            raise ValueError(f"Reading {self.id} has no choice {choice!r}. It has: {', '.join(self.choices)}")
        return choice
