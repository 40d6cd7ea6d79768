"""Writing a person-centered assessment, and changing one nobody signed."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from ..models import Assessment, Participant
from ..problems import Problem
from .recording import recording, refuse, store

if TYPE_CHECKING:
    from alongside.access.models import User

TEXTS = (
    "met_on", "met_with", "is_in_person", "what_matters", "strengths", "needs", "setting_needed", "home_life", "health",
    "relationships", "work_and_learning", "money", "safety", "summary",
)  # fmt: skip


def write_assessment(
    *,
    participant: Participant,
    completed_on: datetime.date | None,
    texts: dict[str, Any] | None = None,
    on: datetime.date,
    by: User | None,
) -> Assessment:
    """Record a completed assessment. `texts` are those of TEXTS; `setting_needed` is a word of `Setting`."""
    texts = texts or {}
    with recording(program_id=participant.program_id, by=by):
        refuse([_not_a_text(name) for name in texts if name not in TEXTS])
        assessment = Assessment(
            program_id=participant.program_id, participant=participant, completed_on=completed_on, **texts
        )
        return store(assessment, on=on)


def _not_a_text(name: str) -> Problem:
    return Problem(name, "a text of it", f"one of: {', '.join(TEXTS)}", "Leave it out.")
