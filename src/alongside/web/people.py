"""The list of participants and the list of staff: search, filter by answer, and what is open for each person."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import HttpRequest

from alongside.law.rule import ANSWERS, DOES_NOT_APPLY, MET, NOT_YET_DUE
from alongside.reviews.models import Answer

from .shown import URGENCY

ON_ONE_PAGE = 25
OPEN = tuple(answer for answer in ANSWERS if answer not in (MET, NOT_YET_DUE, DOES_NOT_APPLY))
CHIPS = 4


@dataclass
class Standing:
    """How one person stands: open answers by rule, and what comes due next."""

    open: dict[str, Answer] = field(default_factory=dict)
    next_due: Answer | None = None

    @property
    def first(self) -> list[Answer]:
        return list(self.open.values())[:CHIPS]

    @property
    def more(self) -> int:
        return max(0, len(self.open) - CHIPS)


def asked_for(request: HttpRequest, *names: str) -> list[str]:
    """Values from the address, blank where there are none. A zero byte, which no name has, ends up nowhere."""
    return [request.GET.get(name, "").replace("\0", "").strip() for name in names]


def searched(people: QuerySet[Any], words: str, *columns: str) -> QuerySet[Any]:
    """People in whose columns every word is found, as a beginning or within."""
    for word in words.split()[:6]:
        people = people.filter(Q(*(Q((f"{column}__icontains", word)) for column in columns), _connector=Q.OR))
    return people


def with_answer(people: QuerySet[Any], answer: str, rule: str, seen: QuerySet[Answer]) -> QuerySet[Any]:
    """People who have such an answer among those seen, under one rule or any."""
    answers = seen.filter(is_duty=True)
    if answer:
        answers = answers.filter(answer=answer)
    if rule:
        answers = answers.filter(rule=rule)
    return people.filter(pk__in=answers.values("root")) if answer or rule else people


def standings(roots: Iterable[UUID], on: datetime.date, seen: QuerySet[Answer]) -> Mapping[UUID, Standing]:
    """Where these people stand, from the stored answers seen, in one query."""
    found = {root: Standing() for root in roots}
    rows = seen.filter(root__in=list(found), is_duty=True, answer__in=(*OPEN, NOT_YET_DUE)).defer("criteria")
    for row in sorted(rows, key=lambda row: (URGENCY.index(row.answer), row.due_on or datetime.date.max, row.rule)):
        standing = found[row.root]
        if row.answer == NOT_YET_DUE:
            standing.next_due = standing.next_due or row
        else:
            standing.open.setdefault(row.rule, row)
    return found
