"""The plan cycle through time: the initial set, then a six-month update and an annual recertification in turn.

What the rules say is theirs (PLAN-1, 2, 3 and 8). Sets so old that no rule asks after them show what is on record.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from alongside.law.rule import DOES_NOT_APPLY
from alongside.records.models import PlanKind

from .shown import Shown

HALF_YEAR = 6
RULES = ("PLAN-1", "PLAN-2", "PLAN-3", "PLAN-8")
NAMES = {
    PlanKind.INITIAL: "Initial enrollment set",
    PlanKind.SIX_MONTH: "Six-month update",
    PlanKind.ANNUAL: "Annual recertification",
}
DOCUMENTS = {"screen": "Functional screen", "assessment": "Assessment", "plan": "Service plan"}
SHOWN_FIRST = 4
Days = Mapping[str, Sequence[datetime.date]]


@dataclass(frozen=True)
class Paper:
    """One document of a set. `is_made` is None where it is not known, `made_on` its day where that is known."""

    kind: str
    word: str
    is_made: bool | None
    made_on: datetime.date | None


@dataclass(frozen=True)
class PlanSet:
    """The documents of one occasion, and what the rule says of it, where a rule asks."""

    kind: PlanKind
    due: datetime.date
    papers: list[Paper]
    shown: Shown | None
    is_ahead: bool

    @property
    def name(self) -> str:
        return NAMES[self.kind]

    @property
    def answer(self) -> str:
        return self.shown.answer if self.shown else ""

    @property
    def lacks_plan(self) -> bool:
        """Whether its service plan is still to be written."""
        return any(paper.kind == "plan" and paper.is_made is False for paper in self.papers)


def sets(
    enrolled_on: datetime.date | None, until: datetime.date, answers: Iterable[Shown], days: Days
) -> list[PlanSet]:
    """Every set from enrollment to the one ahead, in the order of time. `days` are those of the documents on record."""
    if enrolled_on is None:
        return []
    asked = {
        shown.facts["nth"]: shown
        for shown in answers
        if shown.rule in RULES and shown.answer != DOES_NOT_APPLY and shown.facts.get("nth") is not None
    }
    last = max([*asked, _half_years(enrolled_on, until)])
    return [_set(enrolled_on, nth, asked.get(nth), until, days) for nth in range(last + 1)]


def next_kind(cycle: Sequence[PlanSet]) -> PlanKind:
    """The kind of plan to write next: of the first set that lacks one, else of the last."""
    asked = [one for one in cycle if one.shown is not None]
    for one in asked:
        if one.lacks_plan:
            return one.kind
    return asked[-1].kind if asked else PlanKind.INITIAL


def months_after(day: datetime.date, months: int) -> datetime.date:
    """The same day of the month so many months on, or the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return datetime.date(day.year + years, month + 1, min(day.day, last))


def _half_years(enrolled_on: datetime.date, until: datetime.date) -> int:
    nth = 0
    while months_after(enrolled_on, HALF_YEAR * (nth + 1)) <= until:
        nth += 1
    return nth


def _set(enrolled_on: datetime.date, nth: int, shown: Shown | None, until: datetime.date, days: Days) -> PlanSet:
    kind = PlanKind.INITIAL if nth == 0 else PlanKind.SIX_MONTH if nth % 2 else PlanKind.ANNUAL
    due = months_after(enrolled_on, HALF_YEAR * nth)
    kinds = [one for one in DOCUMENTS if one != "screen" or nth % 2 == 0]
    papers = []
    for one in kinds:
        made_on = _day_of(enrolled_on, nth, 2 if one == "screen" else 1, days.get(one, ()))
        is_made = shown.facts.get(f"{one}_made") if shown else made_on is not None
        papers.append(Paper(one, DOCUMENTS[one], is_made, made_on if is_made else None))
    return PlanSet(kind, due, papers, shown, is_ahead=due > until)


def _day_of(enrolled_on: datetime.date, nth: int, every: int, days: Sequence[datetime.date]) -> datetime.date | None:
    """The last document made for this occasion; else the first one made late, in the half of the time after it."""
    due = months_after(enrolled_on, HALF_YEAR * nth)
    former = months_after(enrolled_on, HALF_YEAR * (nth - every)) if nth >= every else datetime.date.min
    late = months_after(due, every * HALF_YEAR // 2)
    own = [day for day in days if former < day <= due]
    return max(own) if own else min((day for day in days if due < day <= late), default=None)
