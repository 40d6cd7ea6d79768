"""Two incidents: a kitchen fire that touched three people, and one that fewer may read and nobody has sent yet."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from alongside.records.models import IncidentReport, Participant, Residence, Setting

from .shelf import Shelf, before, new_key
from .visits import moment_of

FIRE = {
    "place": "the kitchen of Cedar House",
    "what_happened": "A pan of oil caught fire. The alarm went off; everybody went outside and was counted there.",
    "reported_by": "the community living worker on duty",
    "response": "The fire was smothered with a lid. Nobody was hurt; all three were seen by a nurse for smoke.",
    "follow_up": "Talked the evening through with each of the three the next day.",
    "corrective_action": "A lid now hangs beside the stove; the fire drill was held again.",
    "program_told_by": "Cedar House CBRF",
    "state_told_by": "Cora Plover",
}
TAKEN = {
    "place": "a supported apartment",
    "what_happened": "Said that a neighbor has been taking money from the kitchen drawer for some weeks.",
    "reported_by": "the participant's sister, by telephone",
    "response": "Visited the same day; the money is kept at the bank for now.",
    "program_told_by": "Open Door Peer Support",
}


def add_incidents(shelf: Shelf, served: Mapping[Participant, str]) -> None:
    """Put the reports on the shelf: one for each participant affected."""
    in_cbrf = {home.participant for home in shelf.of(Residence) if home.setting == Setting.CBRF and not home.ends_on}
    touched = [participant for participant, story in served.items() if story == "in order" and participant in in_cbrf]
    fire_on = before(shelf.on, 33)
    told = {"program_told_at": moment_of(fire_on, 20 * 60), "state_told_at": moment_of(before(fire_on, -1), 11 * 60)}
    if len(touched) >= 3:
        _report(shelf, touched[:3], fire_on, {**FIRE, **told})
    overdue = [participant for participant, story in served.items() if story == "annual recertification overdue"]
    taken_on = before(shelf.on, 4)
    told = {"program_told_at": moment_of(taken_on, 20 * 60), "is_restricted": True}
    _report(shelf, overdue[:1], taken_on, {**TAKEN, **told})


def _report(shelf: Shelf, touched: list[Participant], day: datetime.date, said: dict[str, Any]) -> None:
    incident = str(new_key(shelf.chance))
    for participant in touched:
        shelf.add(
            IncidentReport,
            participant=participant,
            incident=incident,
            affected_count=len(touched),
            happened_on=day,
            happened_at=moment_of(day, 18 * 60 + 10),
            learned_at=moment_of(day, 18 * 60 + 15),
            is_health_or_safety=True,
            is_reportable_death=False,
            **said,
        )
