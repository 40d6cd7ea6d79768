"""Who may record what a participant lets out, and let it out."""

from __future__ import annotations

from typing import Any

from .models import Membership
from .policies import Policy, _one_of, may_see_participant
from .roles import SEES_STAFF

RELEASED = "Consents and disclosures are recorded by those who run the program or supervise."


@Policy
def may_release(actor: Membership, participant: Any) -> None:
    """Record a consent, take one back for the participant, and let records out."""
    may_see_participant(actor, participant)
    _one_of(actor, SEES_STAFF, RELEASED)
