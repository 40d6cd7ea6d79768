"""Writing a support plan with a participant."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ..models import Participant, SupportPlan
from .recording import recording, store

if TYPE_CHECKING:
    from alongside.access.models import User


def write_support_plan(
    *,
    participant: Participant,
    completed_on: datetime.date,
    when_well: str | None = None,
    what_helps: str | None = None,
    early_signs: str | None = None,
    how_to_step_in: str | None = None,
    on: datetime.date,
    by: User | None,
) -> SupportPlan:
    """Record a support plan: its four questions, answered in the participant's own words."""
    with recording(program_id=participant.program_id, by=by):
        plan = SupportPlan(
            program_id=participant.program_id,
            participant=participant,
            completed_on=completed_on,
            when_well=when_well,
            what_helps=what_helps,
            early_signs=early_signs,
            how_to_step_in=how_to_step_in,
        )
        return store(plan, on=on)
