"""The way of each report: to the program, to the state, and of a death to the Department."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from ..models import IncidentReport
from ..problems import Problem
from .recording import locked, recording, refuse, store_again

if TYPE_CHECKING:
    from alongside.access.models import User


def tell_program(
    *, report: IncidentReport, told_at: datetime.datetime, told_by: str, on: datetime.date, by: User | None
) -> IncidentReport:
    """Record when the county or Tribal agency was told, and by whom."""
    return _step(report, {"program_told_at": told_at, "program_told_by": told_by}, on, by)


def tell_state(
    *, report: IncidentReport, told_at: datetime.datetime, told_by: str, on: datetime.date, by: User | None
) -> IncidentReport:
    """Record when F-00390 went to the Division, and who sent it."""
    return _step(report, {"state_told_at": told_at, "state_told_by": told_by}, on, by)


def report_death(
    *, report: IncidentReport, reported_at: datetime.datetime, reported_by: str, on: datetime.date, by: User | None
) -> IncidentReport:
    """Record when F-62470 went to the Department. F-00390 is a second report; neither takes the other's place."""
    sent = {"death_reported_at": reported_at, "death_reported_by": reported_by, "is_reportable_death": True}
    return _step(report, sent, on, by)


def _step(report: IncidentReport, said: dict[str, Any], on: datetime.date, by: User | None) -> IncidentReport:
    with recording(program_id=report.program_id, by=by):
        report = locked(report)
        when = next(iter(said))
        if getattr(report, when) is not None:
            fix = "Nothing is left to do. If the time is wrong, correct the report."
            refuse([Problem(when, f"recorded as {getattr(report, when):%Y-%m-%d %H:%M} UTC", "not yet recorded", fix)])
        for field, value in said.items():
            setattr(report, field, value)
        return store_again(report, fields=tuple(said), on=on)
