"""What needs someone: open answers in four groups, by due date, those of one person under one rule together."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Window
from django.db.models.functions import RowNumber
from django.urls import reverse

from alongside.records.models import Participant, StaffMember
from alongside.reviews.models import Answer, SetAside

from .shown import Shown, stored

SHOWN_FIRST = 6
ON_ONE_PAGE = 50


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
class Need:
    """One line: an open answer, the person it is about, and how many more like it the person has."""

    shown: Shown
    person: str
    address: str
    why: str
    more_like_it: int


@dataclass(frozen=True)
class Asked:
    """What the reader asked to see. `who` is participant, staff or empty; `rule` an id or empty; `ahead` in days."""

    who: str = ""
    rule: str = ""
    ahead: int = 30


@dataclass(frozen=True)
class Group:
    """The lines of one kind: those on this page, and how many there are in all."""

    kind: Kind
    count: int
    needs: list[Need]

    @property
    def rest(self) -> int:
        return self.count - len(self.needs)


def groups(answers: QuerySet[Answer], asked: Asked, on: datetime.date) -> list[Group]:
    """The four groups, each with its first lines."""
    open_ = waiting(answers, asked, on)
    counts = counted(open_)
    found = {kind: list(_lines(open_.filter(answer=kind.answer))[:SHOWN_FIRST]) for kind in KINDS if counts[kind.id]}
    names = names_of(row for rows in found.values() for row in rows)
    return [Group(kind, counts[kind.id], _needs(found.get(kind, ()), names)) for kind in KINDS]


def whole(answers: QuerySet[Answer], kind: Kind, asked: Asked, on: datetime.date) -> QuerySet[Answer]:
    """Every line of one kind, to be paged. Turn a page of it into lines with `needs_of`."""
    return _lines(waiting(answers, asked, on).filter(answer=kind.answer))


def needs_of(rows: Iterable[Answer]) -> list[Need]:
    """Lines from rows of `whole`."""
    found = list(rows)
    return _needs(found, names_of(found))


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


def _lines(rows: QuerySet[Answer]) -> QuerySet[Answer]:
    """The longest due first. Of a person's answers under one rule the first stands for all; `like` counts them."""
    together = {"partition_by": ["rule", "root"]}
    by_day = F("due_on").asc(nulls_last=True)
    numbered = rows.annotate(
        like=Window(Count("*"), **together),
        nth=Window(RowNumber(), order_by=[by_day, "subject", "key"], **together),
    )
    return numbered.filter(nth=1).order_by(by_day, "rule", "subject")


def _needs(rows: Iterable[Answer], names: Mapping[UUID, tuple[str, str]]) -> list[Need]:
    return [
        Need(stored(row), *names[row.root], reverse("why", args=[row.rule, row.key]), getattr(row, "like", 1) - 1)
        for row in rows
    ]


def names_of(answers: Iterable[Answer]) -> Mapping[UUID, tuple[str, str]]:
    """The name and the page of everyone these answers are about."""
    roots: dict[str, set[UUID]] = {"participant": set(), "staff": set()}
    for row in answers:
        roots[row.root_table].add(row.root)
    served = Participant.objects.filter(pk__in=roots["participant"]) if roots["participant"] else ()
    serving = StaffMember.objects.filter(pk__in=roots["staff"]).select_related("person") if roots["staff"] else ()
    people = {one.pk: (one.name or one.medicaid_id, reverse("participant", args=[one.pk])) for one in served}
    members = {one.pk: (one.name or one.staff_number, reverse("staff_member", args=[one.pk])) for one in serving}
    return people | members
