"""Who a rule touches now: how many people by answer, and who they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from alongside.law import ANSWERS
from alongside.reviews.models import Answer

from .needs_names import names_of

ON_ONE_PAGE = 30


@dataclass(frozen=True)
class Touched:
    """One person a rule touches, and the address of why the answer is what it is."""

    person: str
    address: str
    row: Answer


def by_answer(answers: QuerySet[Answer], rule_id: str) -> list[tuple[str, int]]:
    """How many people have each answer under the rule; answers nobody has are left out."""
    rows = answers.filter(rule=rule_id).order_by().values("answer").annotate(people=Count("root", distinct=True))
    counts = {row["answer"]: row["people"] for row in rows}
    return [(answer, counts[answer]) for answer in ANSWERS if answer in counts]


def rows_with(answers: QuerySet[Answer], rule_id: str, answer: str) -> QuerySet[Answer]:
    """One row for each person with this answer under the rule, the longest due first."""
    mine = answers.filter(rule=rule_id, answer=answer)
    firsts = mine.order_by("root", "due_on", "key").distinct("root").values("pk")
    return Answer.objects.filter(pk__in=firsts).defer("criteria").order_by("due_on", "subject")


def people(rows: Iterable[Answer]) -> list[Touched]:
    """Names and pages for rows of `rows_with`."""
    found = list(rows)
    names = names_of(found)
    return [Touched(*names[row.root], row) for row in found]
