"""A participant's plan cycle in the order of time: what was written, what is due, and where today is."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from .shown import Shown


@dataclass(frozen=True)
class Moment:
    """One entry: a day and what it is. `answer` and its `anchor` on the page are there where a rule speaks of it."""

    day: datetime.date
    words: str
    answer: str = ""
    anchor: str = ""
    is_now: bool = False


SHOWN_FIRST = 9


def moments(
    documents: Iterable[tuple[datetime.date | None, str]], due: Iterable[Shown], on: datetime.date
) -> list[Moment]:
    """Newest first. `documents` are days with what was written; `due` the plan answers that have a due date."""
    found = [Moment(day, words) for day, words in documents if day is not None]
    found += [Moment(shown.due, f"{shown.name} due", shown.answer, shown.anchor) for shown in due if shown.due]
    found.append(Moment(on, "Today", is_now=True))
    return sorted(found, key=lambda moment: (moment.day, moment.is_now, moment.words), reverse=True)
