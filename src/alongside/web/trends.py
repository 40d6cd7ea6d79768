"""What recurs among incidents: by month, category, setting, provider and time of day. Counts, and nobody's name."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from alongside.access.incident_policies import may_see_incident_report
from alongside.access.models import Membership
from alongside.access.roles import RUNS_THE_PROGRAM
from alongside.records.models import IncidentReport

from .trend_groups import DAYTIMES, UNKNOWN, day_of, daytime_of, month_of, months_before, setting_of
from .trend_tables import Row, Table, is_told, table

MONTHS = 12


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
    since = months_before(on, MONTHS - 1)
    held = _counted(actor).filter(Q(happened_on__gte=since) | Q(happened_on=None, learned_at__date__gte=since))
    events: dict[str, dict[str, Any]] = {}
    for row in held.values(
        "incident", "happened_on", "happened_at", "learned_at", "category", "setting", "provider__name"
    ):
        events.setdefault(row["incident"], row)
    found, tells_all = list(events.values()), actor.role in RUNS_THE_PROGRAM
    months = [months_before(on, back) for back in range(MONTHS - 1, -1, -1)]
    tables = [
        table(
            "month", "By month", (month_of(day_of(row)) for row in found), tells_all, [month_of(day) for day in months]
        ),
        table("category", "By category", (row["category"] or UNKNOWN for row in found), tells_all),
        table("setting", "By kind of place", (setting_of(row["setting"]) for row in found), tells_all),
        table("provider", "By provider", (row["provider__name"] or UNKNOWN for row in found), tells_all),
        table(
            "daytime",
            "By time of day",
            (daytime_of(row) for row in found),
            tells_all,
            [*(d for _, d in DAYTIMES), UNKNOWN],
        ),
    ]
    return Trends(since, on, tables, Row("All", len(found), 100, is_told(len(found), tells_all)))


def _counted(actor: Membership) -> QuerySet[IncidentReport]:
    """Reports that are counted for this reader: what nobody restricted, and what they may read."""
    reports = IncidentReport.objects.filter(amendments=None).exclude(incident=None)
    if actor.role in RUNS_THE_PROGRAM:
        return reports
    hidden = IncidentReport.objects.filter(is_restricted=True).values("incident")
    return reports.filter(~Q(incident__in=hidden) | may_see_incident_report.rows(actor))
