"""Reporting an incident, and the way of each report: to the program, to the state, and of a death to the Department."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from ..models import IncidentReport, Participant
from ..problems import Problem, nothing
from .recording import locked, recording, refuse, store, store_again

if TYPE_CHECKING:
    from alongside.access.models import User


def report_incident(
    *,
    participants: Sequence[Participant],
    what_happened: str,
    reported_by: str,
    learned_at: datetime.datetime,
    happened_on: datetime.date | None = None,
    happened_at: datetime.datetime | None = None,
    place: str | None = None,
    category: str | None = None,
    is_health_or_safety: bool | None = None,
    is_restricted: bool = False,
    response: str | None = None,
    follow_up: str | None = None,
    corrective_action: str | None = None,
    is_reportable_death: bool | None = None,
    on: datetime.date,
    by: User | None,
) -> list[IncidentReport]:
    """Record one event as one report for each participant it touched, in the order given; they share `incident`.

    `reported_by` is anybody who saw or learned of it; `category` comes from the program's own table.
    """
    touched = list(dict.fromkeys(participants))
    if not touched:
        refuse([nothing("participants")])
    incident = str(uuid4())
    with recording(program_id=touched[0].program_id, by=by):
        return [
            store(
                IncidentReport(
                    program_id=participant.program_id,
                    participant=participant,
                    incident=incident,
                    happened_on=happened_on,
                    happened_at=happened_at,
                    place=place,
                    learned_at=learned_at,
                    category=category,
                    what_happened=what_happened,
                    is_health_or_safety=is_health_or_safety,
                    is_restricted=is_restricted,
                    reported_by=reported_by,
                    response=response,
                    follow_up=follow_up,
                    corrective_action=corrective_action,
                    is_reportable_death=is_reportable_death,
                ),
                on=on,
            )
            for participant in touched
        ]


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
