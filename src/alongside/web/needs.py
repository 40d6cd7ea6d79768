"""What needs someone: open answers in four groups, by due date, those of one person under one rule together."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, F, QuerySet, Window
from django.db.models.functions import RowNumber
from django.urls import reverse

from alongside.reviews.models import Answer

from .needs_asked import KINDS, Asked, Kind, counted, waiting
from .needs_names import names_of
from .shown import Shown, stored

SHOWN_FIRST = 6
ON_ONE_PAGE = 50


@dataclass(frozen=True)
class Need:
    """One line: an open answer, the person it is about, and how many more like it the person has."""

    shown: Shown
    person: str
    address: str
    why: str
    more_like_it: int


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
