"""Incidents counted by one thing, as a table with bars; small numbers are told as few where they must be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

FEW = 5


@dataclass(frozen=True)
class Row:
    """One group with the number of incidents; `share` of the largest group in hundredths, for the bar."""

    name: str
    count: int
    share: int
    is_told: bool

    @property
    def said(self) -> str:
        return str(self.count) if self.is_told else "few"


@dataclass(frozen=True)
class Table:
    """Incidents by one thing."""

    id: str
    heading: str
    rows: list[Row]


def table(id: str, heading: str, names: Iterable[str], tells_all: bool, order: list[str] | None = None) -> Table:
    """The table of these names, in the order given or else the most frequent first."""
    counted = Counter(names)
    listed = [(name, counted[name]) for name in order] if order else counted.most_common()
    most = max(counted.values(), default=1)
    # A bar tells a number too: where the number is few, so is the bar.
    rows = [
        Row(name, n, round(100 * (n if is_told(n, tells_all) else 2) / max(most, FEW)), is_told(n, tells_all))
        for name, n in listed
    ]
    return Table(id, heading, rows)


def is_told(count: int, tells_all: bool) -> bool:
    """Whether this number is told as it is."""
    return tells_all or count == 0 or count >= FEW
