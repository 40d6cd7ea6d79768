"""The chain of supervision above somebody on a day, from the same facts the billing rules look at."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection

from alongside.facts.tiers import RANKS, chain, qualified
from alongside.packs.illinois_peer.readings import LPHA_TOP
from alongside.packs.looked_up import rows_sql

from .ask import choices

TOP = RANKS["lpha"]
TIER_OF = {rank: name.upper() for name, rank in RANKS.items()}
ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Held:
    """One qualification with its days, first and last included. `rank` is None where what it makes is not told."""

    staff_id: UUID
    route: str
    rank: int | None
    from_on: datetime.date
    to_on: datetime.date


@dataclass(frozen=True)
class Way:
    """One way up by strictly higher ranks, with the days it holds. A rank is None where it is not told."""

    staff_id: UUID
    top_id: UUID
    first_rank: int | None
    top_rank: int | None
    from_on: datetime.date
    to_on: datetime.date


def held_by(people: Iterable[UUID]) -> dict[UUID, list[Held]]:
    """Every qualification of these people, by whose."""
    found: dict[UUID, list[Held]] = {}
    for row in _rows("qualified", list(people)):
        one = Held(**{name: row[name] for name in Held.__annotations__})
        found.setdefault(one.staff_id, []).append(one)
    return found


def ways_up(staff_id: UUID) -> list[Way]:
    """Every way up from one person."""
    return [Way(**{name: row[name] for name in Way.__annotations__}) for row in _rows("chain", [staff_id])]


def highest(held: Iterable[Held], on: datetime.date) -> int | None:
    """The highest rank on a day: 0 outside the ladder, None where nothing in force tells it."""
    today = [one.rank for one in held if one.from_on <= on <= one.to_on]
    told = max((rank for rank in today if rank is not None), default=0)
    return None if told == 0 and None in today else told


def needs_nobody(rank: int | None) -> bool:
    """Whether somebody of this rank needs nobody above: an LPHA, unless the program reads the text otherwise."""
    return rank == TOP and dict(choices()).get(LPHA_TOP.id, LPHA_TOP.default) == "nobody"


def holds(ways: Iterable[Way], rank: int | None, on: datetime.date) -> bool:
    """Whether a way of strictly higher ranks leads from this rank to an LPHA on a day."""
    return _last_day(_to_the_top(ways, rank), on) is not None


def holds_to(ways: Iterable[Way], rank: int | None, on: datetime.date, until: datetime.date) -> datetime.date | None:
    """The last day to which it holds without a gap; None where it does not hold on `on`, or holds past `until`."""
    top = _to_the_top(ways, rank)
    last = _last_day(top, on)
    while last is not None and last < until:
        further = _last_day(top, last + ONE_DAY)
        if further is None:
            return last
        last = further
    return None


def _to_the_top(ways: Iterable[Way], rank: int | None) -> list[Way]:
    return [way for way in ways if way.top_rank == TOP and rank is not None and (way.first_rank or 0) > rank]


def _last_day(ways: Iterable[Way], on: datetime.date) -> datetime.date | None:
    return max((way.to_on for way in ways if way.from_on <= on <= way.to_on), default=None)


@cache
def _sql(name: str) -> str:
    return rows_sql({"qualified": qualified, "chain": chain}[name])


def _rows(name: str, people: Sequence[UUID]) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(_sql(name), {"about": list(people)})
        columns = [column[0] for column in cursor.description]
        return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
