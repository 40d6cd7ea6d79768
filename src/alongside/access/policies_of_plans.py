"""May this actor write this with a participant? The same kind of policy as in `policies`."""

from __future__ import annotations

from typing import Any

from .models import Membership
from .policies import NotAllowed, Policy, may_see_participant
from .roles import RUNS_THE_PROGRAM, SEES_STAFF, WRITES_SUPPORT_PLANS

AUTHORIZED = "Authorizations and reviews of treatment plans are recorded by those who run the program or supervise."


@Policy
def may_write_plan(actor: Membership, participant: Any) -> None:
    """Write an assessment or a service plan with a participant."""
    if actor.role not in RUNS_THE_PROGRAM:
        raise NotAllowed("Assessments and service plans are written by those who run the program.")
    may_see_participant(actor, participant)


@Policy
def may_write_support_plan(actor: Membership, participant: Any) -> None:
    """Write a support plan with a participant."""
    if actor.role not in WRITES_SUPPORT_PLANS:
        raise NotAllowed("Support plans are written by those who run the program, supervise or serve.")
    may_see_participant(actor, participant)


@Policy
def may_authorize_plan(actor: Membership, participant: Any) -> None:
    """Record that an LPHA authorized a treatment plan, and that it was reviewed."""
    if actor.role not in SEES_STAFF:
        raise NotAllowed(AUTHORIZED)
    may_see_participant(actor, participant)
