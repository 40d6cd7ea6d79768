"""The shape of a pack's documentation oversight: how large a sample is, by the day, and by when what is owed."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from alongside.law import Citation

Calendar = Callable[[datetime.date, int], datetime.date]


@dataclass(frozen=True)
class Regime:
    """How many of the participants served are drawn since a day: by a share each time, where they are `below` a number
    or not. A share of one is everybody. `times` is how often a year."""

    since: datetime.date
    shares: tuple[tuple[int | None, Fraction, int], ...]
    words: str
    cite: Citation

    def share(self, participant_count: int) -> tuple[Fraction, int]:
        """The share drawn each time of so many participants, and how many times a year."""
        return next((share, times) for below, share, times in self.shares if below is None or participant_count < below)


@dataclass(frozen=True, eq=False)
class Oversight:
    """A program's documentation oversight in figures. `calendars` are the choices of the reading that counts business
    days; `rolled` moves a last day that is a legal holiday."""

    regimes: tuple[Regime, ...]
    ask_list_days: int
    packet_business_days: int
    review_days: int
    served_months: int
    calendars: Mapping[str, tuple[str, Calendar]]
    rolled: Callable[[datetime.date], datetime.date]
    address: str

    def regime(self, on: datetime.date) -> Regime | None:
        """The regime in force on a day, None before the first."""
        in_force = [regime for regime in self.regimes if regime.since <= on]
        return max(in_force, key=lambda regime: regime.since, default=None)


def sample_size(participant_count: int, share: Fraction, rounding: str) -> int:
    """How many are drawn: the share of the participants, rounded `up` or to the `nearest` (half up), at least one."""
    exact = participant_count * share
    whole = -(-exact.numerator // exact.denominator) if rounding == "up" else int(exact + Fraction(1, 2))
    return min(participant_count, max(1, whole)) if participant_count else 0
