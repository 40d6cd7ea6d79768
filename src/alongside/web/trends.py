"""What recurs among incidents: by month, category, setting, provider and time of day. Counts, and nobody's name."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from alongside.access.incident_policies import may_see_incident_report
from alongside.access.models import Membership
from alongside.access.roles import RUNS_THE_PROGRAM
from alongside.records.models import IncidentReport, Setting

FEW = 5
MONTHS = 12
UNKNOWN = "Not recorded"
DAYTIMES = (
    (0, "Night, midnight to 6"),
    (6, "Morning, 6 to noon"),
    (12, "Afternoon, noon to 6"),
    (18, "Evening, 6 to midnight"),
)


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


@dataclass(frozen=True)
class Trends:
    """The tables of a period; `since` its first day."""

    since: datetime.date
    until: datetime.date
    tables: list[Table]
    incidents: Row


def trends(actor: Membership, on: datetime.date) -> Trends:
    """The last twelve months, this one included.

    Those who run the program are told every number. Others are told numbers under five as few, and what is restricted
    is not counted unless they may read it.
    """
    since = _months_before(on, MONTHS - 1)
    held = _counted(actor).filter(Q(happened_on__gte=since) | Q(happened_on=None, learned_at__date__gte=since))
    events: dict[str, dict[str, Any]] = {}
    for row in held.values(
        "incident", "happened_on", "happened_at", "learned_at", "category", "setting", "provider__name"
    ):
        events.setdefault(row["incident"], row)
    found, tells_all = list(events.values()), actor.role in RUNS_THE_PROGRAM
    months = [_months_before(on, back) for back in range(MONTHS - 1, -1, -1)]
    tables = [
        _table("month", "By month", (_month(_day(row)) for row in found), tells_all, [_month(day) for day in months]),
        _table("category", "By category", (row["category"] or UNKNOWN for row in found), tells_all),
        _table("setting", "By kind of place", (_setting(row["setting"]) for row in found), tells_all),
        _table("provider", "By provider", (row["provider__name"] or UNKNOWN for row in found), tells_all),
        _table(
            "daytime",
            "By time of day",
            (_daytime(row) for row in found),
            tells_all,
            [*(d for _, d in DAYTIMES), UNKNOWN],
        ),
    ]
    return Trends(since, on, tables, Row("All", len(found), 100, _is_told(len(found), tells_all)))


def _counted(actor: Membership) -> QuerySet[IncidentReport]:
    """Reports that are counted for this reader: what nobody restricted, and what they may read."""
    reports = IncidentReport.objects.filter(amendments=None).exclude(incident=None)
    if actor.role in RUNS_THE_PROGRAM:
        return reports
    hidden = IncidentReport.objects.filter(is_restricted=True).values("incident")
    return reports.filter(~Q(incident__in=hidden) | may_see_incident_report.rows(actor))


def _table(id: str, heading: str, names: Iterable[str], tells_all: bool, order: list[str] | None = None) -> Table:
    counted = Counter(names)
    listed = [(name, counted[name]) for name in order] if order else counted.most_common()
    most = max(counted.values(), default=1)
    # A bar tells a number too: where the number is few, so is the bar.
    rows = [
        Row(name, n, round(100 * (n if _is_told(n, tells_all) else 2) / max(most, FEW)), _is_told(n, tells_all))
        for name, n in listed
    ]
    return Table(id, heading, rows)


def _is_told(count: int, tells_all: bool) -> bool:
    return tells_all or count == 0 or count >= FEW


def _day(row: dict[str, Any]) -> datetime.date:
    day: datetime.date = row["happened_on"] or timezone.localtime(row["learned_at"]).date()
    return day


def _month(day: datetime.date) -> str:
    return f"{day:%B %Y}"


def _setting(word: str | None) -> str:
    return str(Setting(word).label) if word in Setting.values else UNKNOWN


def _daytime(row: dict[str, Any]) -> str:
    if row["happened_at"] is None:
        return UNKNOWN
    hour = timezone.localtime(row["happened_at"]).hour
    return [words for first, words in DAYTIMES if first <= hour][-1]


def _months_before(day: datetime.date, count: int) -> datetime.date:
    """The first of the month so many months back."""
    year, month = divmod(day.year * 12 + day.month - 1 - count, 12)
    return datetime.date(year, month + 1, 1)
