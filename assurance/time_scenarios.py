"""The scenarios of time_scenarios.txt: what is asked, what is given, what has to come out."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from unittest import mock

FILE = Path(__file__).with_suffix(".txt")
UNIX = datetime.fromisoformat("1970-01-01")
NOW = "django.utils.timezone.now"


@dataclass(frozen=True)
class Scenario:
    """One line of the file."""

    kind: str
    given: tuple[str, ...]
    expected: str
    why: str

    def wrong(self) -> list[str]:
        """What comes out that should not, each with who says so."""
        came = ASKED[self.kind](*self.given)
        said = f"{self.kind} {', '.join(self.given)} ({self.why})"
        return [
            f"{said}: expected {self.expected}, {who} says {what}"
            for who, what in came.items()
            if what != self.expected
        ]


def scenarios() -> list[Scenario]:
    """Every scenario of the file."""
    lines = [line for line in FILE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    cells = [[cell.strip() for cell in line.split("|")] for line in lines]
    return [Scenario(kind, tuple(given.split(", ")), expected, why) for kind, given, expected, why in cells]


def _today(moment: str, zone: str) -> dict[str, str]:
    from alongside.access import clock

    with _machine_in(zone), mock.patch(NOW, return_value=_moment(moment).replace(tzinfo=UTC)):
        return {"the clock of the pages": str(clock.today())}


def _own(moment: str) -> dict[str, str]:
    from alongside.facts import moments

    return {"the facts": _said(moments.in_own_time(_moment(moment)))}


def _utc(own: str) -> dict[str, str]:
    from alongside.facts import moments

    return {"the facts": _said(moments.in_utc(_moment(own)))}


def _months(day: str, count: str) -> dict[str, str]:
    from alongside.packs.illinois_peer import credential_path
    from alongside.reviews import requirements
    from alongside.web import plan_cycle

    counted = {
        "the plan cycle": plan_cycle.months_after, "the review": requirements.months_after,
        "the credentials": credential_path._months_after,
    }  # fmt: skip
    return {who: str(count_on(date.fromisoformat(day), int(count))) for who, count_on in counted.items()}


def _business(day: str, count: str) -> dict[str, str]:
    from alongside.packs.wisconsin_crs.state_offices import business_days_after

    return {"the state offices' calendar": str(business_days_after(date.fromisoformat(day), int(count)))}


def _birthday(born: str, years: str) -> dict[str, str]:
    from .on_engines import Asked, on_duckdb

    [answers] = on_duckdb([Asked(date.fromisoformat(born), int(years), UNIX)])
    return {"DuckDB": str(answers[1])}


def _death(learned: str) -> dict[str, str]:
    return _incident("department", learned, is_reportable_death=True)


def _hotline(learned: str) -> dict[str, str]:
    return _incident("hotline", learned, is_suspected_abuse=True)


def _days(learned: str, count: str) -> dict[str, str]:
    return _incident("program", learned, count=int(count))


def _incident(kind: str, learned: str, *, count: int = 1, **known: bool) -> dict[str, str]:
    from alongside.records.models import ClockUnit, IncidentCategory, IncidentReport, ToldKind
    from alongside.web.incident_clocks import due_at

    report = IncidentReport(learned_at=_moment(learned).replace(tzinfo=UTC), **known)
    by_days = IncidentCategory(program_clock_count=count, program_clock_unit=ClockUnit.BUSINESS_DAYS)
    due = due_at(report, by_days, ToldKind(kind))
    return {"the incident's clock": _said(due.astimezone(UTC).replace(tzinfo=None)) if due else "no day"}


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _said(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"


@contextmanager
def _machine_in(zone: str) -> Iterator[None]:
    """The machine's own clock stands in this zone."""
    with mock.patch.dict(os.environ, TZ=zone):
        time.tzset()
        yield
    time.tzset()


ASKED: dict[str, Any] = {
    "today": _today, "own": _own, "utc": _utc, "months": _months, "business": _business, "birthday": _birthday,
    "death": _death, "hotline": _hotline, "days": _days,
}  # fmt: skip
