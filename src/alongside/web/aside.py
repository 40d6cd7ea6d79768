"""Answers somebody set aside: off the list of what needs someone, until their reasons change."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from alongside.reviews.models import Answer, SetAside

from .needs import Need, needs_of

SHOWN = 50


@dataclass(frozen=True)
class Aside:
    """One answer set aside: the answer as it stands, by whom, when and why."""

    need: Need
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True)
class AsideList:
    """The newest of them, and how many there are in all."""

    count: int
    lines: list[Aside]

    @property
    def rest(self) -> int:
        return self.count - len(self.lines)


def asides(answers: QuerySet[Answer]) -> AsideList:
    """Those of these answers that are set aside, the newest first."""
    same = answers.filter(rule=OuterRef("rule"), key=OuterRef("key"), reasons=OuterRef("reasons"))
    put = SetAside.objects.filter(Exists(same)).order_by("-set_aside_at")
    newest = list(put.select_related("set_aside_by")[: SHOWN + 1])
    if not newest:
        return AsideList(0, [])
    count = put.count() if len(newest) > SHOWN else len(newest)
    wanted = Q()
    for one in newest[:SHOWN]:
        wanted |= Q(rule=one.rule, key=one.key)
    found = {(need.shown.rule, need.shown.key): need for need in needs_of(answers.filter(wanted))}
    lines = [
        Aside(found[one.rule, str(one.key)], one.reason, one.set_aside_by.name, one.set_aside_at)
        for one in newest[:SHOWN]
    ]
    return AsideList(count, lines)


def aside_of(answer: Answer) -> SetAside | None:
    """How this answer is set aside, where it is."""
    told = {"rule": answer.rule, "key": answer.key, "reasons": answer.reasons}
    return SetAside.objects.filter(**told).select_related("set_aside_by").first()
