"""Reporting an incident: one report for each participant it touched."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from ..models import IncidentReport, Participant, Provider
from ..naming_others import problems_of_names
from ..problems import Problem, is_nothing, nothing
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
    setting: str | None = None,
    provider: Provider | None = None,
    learned_how: str | None = None,
    category: str | None = None,
    answers: Sequence[Sequence[str]] = (),
    happened_to: Mapping[UUID, str | None] | None = None,
    others_present: str | None = None,
    affected_count: int | None = None,
    is_health_or_safety: bool | None = None,
    is_restricted: bool = False,
    response: str | None = None,
    follow_up: str | None = None,
    corrective_action: str | None = None,
    is_reportable_death: bool | None = None,
    is_suspected_abuse: bool | None = None,
    writer_role: str | None = None,
    on: datetime.date,
    by: User | None,
) -> list[IncidentReport]:
    """Record one event as one report for each participant it touched, in the order given; they share `incident`.

    `reported_by` is anybody who saw or learned of it; `category` comes from the program's own table, `answers` are
    [question, answer] pairs of it; `writer_role` is a word of `Role`. `happened_to` says by the participant's key what
    happened to that person. Nobody touched is named in another's report. `affected_count` counts also whom nobody could
    name. Raises `Problems`.
    """
    touched = list(dict.fromkeys(participants))
    if not touched:
        needed = {"what_happened": what_happened, "reported_by": reported_by, "learned_at": learned_at}
        refuse([nothing("participants"), *(nothing(field) for field, said in needed.items() if is_nothing(said))])
    happened_to = happened_to or {}
    shared = {"what_happened": what_happened, "others_present": others_present, "response": response}
    refuse([*problems_of_names(touched, shared, happened_to), *_problems_of_count(affected_count, touched)])
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
                    setting=setting,
                    provider=provider,
                    learned_at=learned_at,
                    learned_how=learned_how,
                    category=category,
                    answers=[list(pair) for pair in answers],
                    what_happened=what_happened,
                    happened_to_them=happened_to.get(participant.pk),
                    others_present=others_present,
                    is_health_or_safety=is_health_or_safety,
                    is_restricted=is_restricted,
                    reported_by=reported_by,
                    reporter=by,
                    response=response,
                    follow_up=follow_up,
                    corrective_action=corrective_action,
                    is_reportable_death=is_reportable_death,
                    is_suspected_abuse=is_suspected_abuse,
                    writer_role=writer_role,
                ),
                on=on,
            )
            for participant in touched
        ]


def _problems_of_count(count: int | None, touched: Sequence[Participant]) -> list[Problem]:
    if count is None or count >= len(touched):
        return []
    fix = "Count everybody it touched, also whom you could not name."
    return [Problem("affected_count", str(count), f"at least the {len(touched)} named here", fix)]
