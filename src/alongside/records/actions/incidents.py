"""Reporting an incident: one report for each participant it touched."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import uuid4

from ..models import IncidentReport, Participant
from ..problems import nothing
from .recording import recording, refuse, store

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
    affected_count: int | None = None,
    on: datetime.date,
    by: User | None,
) -> list[IncidentReport]:
    """Record one event as one report for each participant it touched, in the order given; they share `incident`.

    `reported_by` is anybody who saw or learned of it; `category` comes from the program's own table. `affected_count`
    is said where it touched more participants than are named.
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
                    affected_count=affected_count or len(touched),
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
