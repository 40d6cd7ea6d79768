"""Who may record a participant's wish to work and what comes of it."""

from __future__ import annotations

from typing import Any

from .models import Membership
from .policies import Policy, _one_of, may_see_participant
from .roles import SEES_STAFF, Role


@Policy
def may_follow_work(actor: Membership, participant: Any) -> None:
    """Record a wish to work, and what comes of it: those who run the program or supervise, and the staff who serve."""
    may_see_participant(actor, participant)
    sentence = "Work is recorded by those who run the program or supervise, and by the staff who serve the participant."
    _one_of(actor, SEES_STAFF | {Role.DIRECT_STAFF}, sentence)
