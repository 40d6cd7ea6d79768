"""Recording that a participant wants to work, and what comes of it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from ..models import Employment, Participant
from ..problems import Problem
from .recording import recording, refuse, store, store_again, unchanged_since

if TYPE_CHECKING:
    from alongside.access.models import User

# What comes of a wish, in the order it comes.
LATER = (
    "job_goal", "asked_first", "search_started_on", "job", "job_started_on", "is_open_to_anyone", "is_preferred",
    "hourly_wage", "minimum_wage", "ended_on", "ended_for",
)  # fmt: skip


def record_wish_to_work(
    *,
    participant: Participant,
    wanted_on: datetime.date,
    said: dict[str, Any] | None = None,
    on: datetime.date,
    by: User | None,
) -> Employment:
    """Record the day a participant said they want to work. `said` are any of `LATER` that are known already."""
    said = said or {}
    refuse([_stranger(name) for name in said if name not in LATER])
    with recording(program_id=participant.program_id, by=by):
        wish = Employment(program_id=participant.program_id, participant=participant, wanted_on=wanted_on, **said)
        return store(wish, on=on)


def follow_wish_to_work(
    *, wish: Employment, version: int, said: dict[str, Any], on: datetime.date, by: User | None
) -> Employment:
    """Record what came of it: any of `LATER`. Raises `Conflict` when somebody else wrote since `version`."""
    refuse([_stranger(name) for name in said if name not in LATER])
    with recording(program_id=wish.program_id, by=by):
        wish = unchanged_since(wish, version)
        for name, value in said.items():
            setattr(wish, name, value)
        return store_again(wish, fields=tuple(said), on=on)


def _stranger(name: str) -> Problem:
    return Problem(name, "a change of it", f"a change of one of: {', '.join(LATER)}", "Leave it out.")
