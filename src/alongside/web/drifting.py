"""Signals of role drift as a supervisor's pages show them: who shows which, month by month, and what is behind each.

Counts, never a score. What the reader may not open is not counted.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from alongside.packs.illinois_peer.drift_signals import Signal
from alongside.packs.illinois_peer.role_drift import Behind, Shown
from alongside.records.models import StaffMember

MONTHS = 6


@dataclass(frozen=True)
class Found:
    """One service or paper behind a signal, with the page it stands on and whose it is."""

    behind: Behind
    address: str
    person: str
    what: str


@dataclass(frozen=True)
class Drift:
    """One signal of one worker: how many in each month shown, and what is behind it, newest first."""

    signal: Signal
    by_month: list[int]
    found: list[Found]
    of_all: int

    @property
    def count(self) -> int:
        return len(self.found)


@dataclass(frozen=True)
class Worker:
    """One worker with the signals they show. `looked_at` counts services and papers looked through."""

    member: StaffMember
    drifts: list[Drift]
    looked_at: int


def months_before(on: datetime.date, count: int = MONTHS) -> list[datetime.date]:
    """The first days of the last months, this one last."""
    found = [on.replace(day=1)]
    while len(found) < count:
        found.append((found[-1] - datetime.timedelta(days=1)).replace(day=1))
    return found[::-1]


def drifts_of(
    shown: Iterable[Shown], months: Sequence[datetime.date], found: dict[tuple[str, str], Found]
) -> list[Drift]:
    """The signals with their counts by month. `found` holds the page of each service and paper by table and key."""
    return [
        Drift(
            one.signal,
            [sum(_month(behind) == month for behind in one.behind) for month in months],
            [_found(behind, found) for behind in reversed(one.behind)],
            one.of_all,
        )
        for one in shown
    ]  # fmt: skip


def _month(behind: Behind) -> datetime.date | None:
    return behind.on.replace(day=1) if behind.on else None


def _found(behind: Behind, found: dict[tuple[str, str], Found]) -> Found:
    at = found.get((behind.table, behind.key))
    return Found(behind, at.address, at.person, at.what) if at else Found(behind, "", "", "")


def named(person: Any) -> str:
    """A participant's name, or the id."""
    return str(person.name or person.medicaid_id)
