"""The open answers a reader asked for, and how many there are of each kind."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from alongside.reviews.models import Answer, SetAside


@dataclass(frozen=True)
class Kind:
    """One group of the page: the answer it gathers, its heading, and the sentence when it is asked what it means."""

    id: str
    answer: str
    heading: str
    tile: str


KINDS = (
    Kind("overdue", "not met", "Overdue or not met", "Overdue or not met"),
    Kind("soon", "not yet due", "Due soon", "Due soon"),
    Kind("decide", "a person must decide", "For a person to decide", "To decide"),
    Kind("missing", "facts missing", "Facts missing", "Facts missing"),
)


@dataclass(frozen=True)
class Asked:
    """What the reader asked to see. `who` is a root table or empty; `rule` an id or empty; `ahead` in days."""

    who: str = ""
    rule: str = ""
    ahead: int = 30


def counted(open_: QuerySet[Answer]) -> dict[str, int]:
    """How many lines each kind has: people times rules."""
    rows = open_.order_by().values("answer", "rule").annotate(people=Count("root", distinct=True))
    by_answer: dict[str, int] = {}
    for row in rows:
        by_answer[row["answer"]] = by_answer.get(row["answer"], 0) + row["people"]
    return {kind.id: by_answer.get(kind.answer, 0) for kind in KINDS}


def waiting(answers: QuerySet[Answer], asked: Asked, on: datetime.date) -> QuerySet[Answer]:
    """The open answers asked for that nobody set aside."""
    same = SetAside.objects.filter(rule=OuterRef("rule"), key=OuterRef("key"), reasons=OuterRef("reasons"))
    return asked_for(answers, asked, on).exclude(Exists(same))


def asked_for(answers: QuerySet[Answer], asked: Asked, on: datetime.date) -> QuerySet[Answer]:
    """The open answers asked for, set aside or not."""
    late = Q(answer="not yet due", due_on__gt=on + datetime.timedelta(days=asked.ahead))
    rows = answers.filter(answer__in=[kind.answer for kind in KINDS], is_duty=True).exclude(late)
    if asked.who:
        rows = rows.filter(root_table=asked.who)
    if asked.rule:
        rows = rows.filter(rule=asked.rule)
    return rows
