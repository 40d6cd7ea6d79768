"""The way to a certificate and its renewal: what is asked, what is logged, what is left, and until when."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from alongside.law import Citation
from alongside.packs.sessions import Session

from .credential_asks import ALL, ASKS, CREDENTIALS, PARTS, Ask
from .sources import APPLICATION_LIST, CREDENTIAL_COMPARISON, CREDENTIAL_PROCESS
from .sources_of_writing import answered

ENOUGH_DUTIES = 51  # percent of a job description
LEAST_DUTIES = APPLICATION_LIST.at("work experience", "at least 51%")
OPEN_A_YEAR = CREDENTIAL_PROCESS.at("application", "open up to 1 year")
ONE_MONTH = CREDENTIAL_COMPARISON.at("renewal", "one month only")


ORIENTATION = Session(
    "CRSS/CPRS orientation", date(2026, 2, 18), time(10), time(12),
    "https://illinois.webex.com/weblink/register/r66b093d92bf6f69b3884ae72a552f18d",
    answered(7, "Our next orientation will be held on February 18, 2026, 10:00 AM- 12:00 PM."),
)  # fmt: skip


@dataclass(frozen=True)
class Step:
    """One ask with what is logged for it. `left` says how much is missing by each source that gives a number."""

    ask: Ask
    logged: float
    left: tuple[tuple[float, Citation], ...]

    @property
    def is_done(self) -> bool | None:
        """Whether it is enough by every source; None where none gives a number, or they differ about it."""
        enough = {missing == 0 for missing, _ in self.left}
        return enough.pop() if len(enough) == 1 else None


def path(credential: str, part: str, logged: Mapping[str, float] | None = None) -> list[Step]:
    """Every ask of a part, in order, with the hours or units logged by domain. What is logged in a domain counts for
    those it lies within; hours logged in no domain go under `in all`. Raises ValueError for another credential or part."""
    if credential not in CREDENTIALS or part not in PARTS:
        raise ValueError(f"Expected one of {', '.join(CREDENTIALS)} and one of {', '.join(PARTS)}.")
    asks = [ask for ask in ASKS if (ask.credential, ask.part) == (credential, part)]
    strangers = (logged or {}).keys() - {ask.domain for ask in asks}
    if strangers:
        raise ValueError(f"No domain {', '.join(sorted(strangers))} in the {part} of a {credential.upper()}.")
    return [_step(ask, _counted(ask.domain, asks, logged or {})) for ask in asks]


def _counted(domain: str, asks: list[Ask], logged: Mapping[str, float]) -> float:
    inside = (ask.domain for ask in asks if ask.within == domain)
    return logged.get(domain, 0) + sum(_counted(one, asks, logged) for one in inside)


def _step(ask: Ask, logged: float) -> Step:
    return Step(ask, logged, tuple((max(one.count - logged, 0), one.cite) for one in ask.said))


def counts_as_work(percent: int | None) -> bool | None:
    """Whether work under a job description with this share of recovery-support duties is said to count. None: not known."""
    return None if percent is None else percent >= ENOUGH_DUTIES


def application_open_until(opened_on: date) -> date:
    """The last day an application opened on a day may stay open: a year later, clamped to the end of its month."""
    return _months_after(opened_on, 12)


def extended_until(expires_on: date) -> date:
    """The last day for renewal units once the one month's extension is bought."""
    return _months_after(expires_on, 1)


def _months_after(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


__all__ = [
    "ALL", "CREDENTIALS", "ENOUGH_DUTIES", "LEAST_DUTIES", "ONE_MONTH", "OPEN_A_YEAR", "ORIENTATION", "PARTS", "Session", "Step",
    "application_open_until", "counts_as_work", "extended_until", "path",
]  # fmt: skip
