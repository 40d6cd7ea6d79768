"""A rule is a value: sentences, conditions, citations and dates. Everything else is derived from it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from ibis import _
from ibis.expr.types import Table

from .source import Citation, Question, Reading

Step = Callable[[Table], Table]

MET, NOT_MET, NOT_YET_DUE = "met", "not met", "not yet due"
DOES_NOT_APPLY, FACTS_MISSING, PERSON = "does not apply", "facts missing", "a person must decide"
ANSWERS = (MET, NOT_MET, NOT_YET_DUE, DOES_NOT_APPLY, FACTS_MISSING, PERSON)
KINDS = ("must", "should", "may", "cannot")


class About(Protocol):
    """What a rule can be about: a fact table that knows its key, the person it belongs to and what readers call it."""

    @property
    def name(self) -> str: ...
    @property
    def key(self) -> str: ...
    @property
    def root(self) -> str: ...
    @property
    def known_as(self) -> str: ...
    @property
    def labels(self) -> Mapping[str, str]: ...
    def rows(self) -> Table: ...


@dataclass(frozen=True, eq=False)
class Criterion:
    """One must, should, may or cannot of a rule.

    `holds` is true, false or NULL (not known). `unless` sets the criterion aside where it is true; `decide` marks the
    rows on which the sources leave the answer open. `fix` is the next step and `who` can take it; `late`, where it is
    given, is the step once the rule's due day is over.
    """

    id: str
    kind: str
    sentence: str
    holds: Any
    cites: tuple[Citation, ...]
    fix: str
    who: str
    unless: Any = None
    decide: Any = None
    question: Question | None = None
    late: str = ""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"{self.id}: kind is {self.kind!r}, expected one of {KINDS}")
        if not self.cites:
            raise ValueError(f"{self.id} cites nothing. Every criterion says which words it rests on.")
        if self.decide is not None and self.question is None:
            raise ValueError(f"{self.id} leaves rows to a person without naming the open question.")

    @property
    def binds(self) -> bool:
        """Whether breaking it can become a finding. A broken should is advice."""
        return self.kind in ("must", "cannot")


@dataclass(frozen=True, eq=False)
class Rule:
    """What is asked of one kind of fact, since when, by which words. `facts` are steps that name what criteria read.

    `dated_by` is the row's own day, by which its version is chosen: a day no version computes differently. `missing` is
    the step to take, and who takes it, where the day or the duty itself is not known. `needs` are the columns, as
    table.column, without which a file cannot answer the rule and is not asked; of `a or b` either does.
    """

    id: str
    name: str
    about: About
    cite: Citation
    since: datetime.date
    dated_by: Any
    criteria: tuple[Criterion, ...]
    facts: tuple[Step | dict[str, Any], ...] = ()
    applies: Any = None
    due: Any = None
    due_in_words: str = ""
    changes_on: Any = None
    missing: tuple[str, str] = ("", "")
    needs: tuple[str, ...] = ()
    replaces: Rule | None = None
    repealed_on: datetime.date | None = None
    readings: tuple[Reading, ...] = ()
    unsettled: tuple[Question, ...] = ()

    def __post_init__(self) -> None:
        strangers = [c.id for c in self.criteria if not c.id.startswith(self.id)]
        if strangers:
            raise ValueError(f"Criteria of {self.id} must begin with its id; found {strangers}")
        # An answer is kept while its facts stand: what it says of the day asked would be wrong the day after.
        dayed = [c.id for c in self.criteria if "{asked_on}" in f"{c.sentence} {c.fix} {c.late}"]
        if dayed:
            raise ValueError(f"{self.id}: sentences and steps cannot name the day asked; found in {dayed}")
        if self.replaces and (self.replaces.id != self.id or self.replaces.since >= self.since):
            raise ValueError(f"{self.id} since {self.since} must replace an older version of itself")
        # A day worked out by each version would let rows fall between two of them.
        if self.replaces and (repr(self.dated_by) != repr(self.replaces.dated_by) or "(" in repr(self.dated_by)):
            raise ValueError(f"{self.id}: versions must be dated by one and the same fact, found {self.dated_by!r}")

    def versions(self) -> Iterator[tuple[Rule, datetime.date | None]]:
        """Every version, newest first, each with the day the next one takes over."""
        version, until = self, None
        while True:
            yield version, until
            if version.replaces is None:
                return
            version, until = version.replaces, version.since


def must(id: str, sentence: str, holds: Any, *cites: Citation, fix: str, who: str, **more: Any) -> Criterion:
    """A duty: only its breach can become a finding."""
    return Criterion(id, "must", sentence, holds, cites, fix, who, **more)


def should(id: str, sentence: str, holds: Any, *cites: Citation, fix: str, who: str, **more: Any) -> Criterion:
    """What the source recommends: a breach is advice."""
    return Criterion(id, "should", sentence, holds, cites, fix, who, **more)


def cannot(id: str, sentence: str, holds: Any, *cites: Citation, fix: str, who: str, **more: Any) -> Criterion:
    """What the source forbids; `holds` is true where it is respected."""
    return Criterion(id, "cannot", sentence, holds, cites, fix, who, **more)


def chosen(reading: Reading, choice: str) -> Any:
    """Whether the program answers by this choice of a reading."""
    return _[f"reading_{reading.id}"] == reading.chosen(choice)


def present(value: Any) -> Any:
    """Whether something is recorded at all. Never unknown: an empty place is a fact."""
    return value.notnull()


def written(value: Any) -> Any:
    """Whether a text is recorded and is more than blanks. Never unknown."""
    return (value.strip() != "").fill_null(False)
