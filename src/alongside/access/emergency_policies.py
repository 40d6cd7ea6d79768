"""Who may open a participant outside the caseload in an emergency, and who reviews it. Written as in `policies.py`."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from .models import Membership
from .policies import EVERYTHING, NOTHING, NotAllowed, Policy, _one_of, _own_program
from .roles import SEES_STAFF, Role

OPENED = (
    "Emergency access is for direct staff, who otherwise open whom they serve. Others open everybody they need already."
)
REVIEWED = "Emergency access is reviewed by those who supervise or run the program."
OPENS = frozenset({Role.DIRECT_STAFF})
SEEN_BY = OPENS | SEES_STAFF


@Policy
def may_open_in_emergency(actor: Membership, program: Any) -> None:
    """Open one participant outside the caseload, with a reason, for four hours."""
    _own_program(actor, program)
    _one_of(actor, OPENS, OPENED)
    if actor.staff_id is None:
        raise NotAllowed("Your sign-in is not tied to a staff member yet. An administrator of your program can tie it.")


@Policy
def may_see_emergency(actor: Membership, access: Any) -> None:
    """One emergency access: whoever opened it, and those who review."""
    _own_program(actor, access)
    if access.account_id != actor.user_id:
        _one_of(actor, SEES_STAFF, REVIEWED)


@may_see_emergency.filters
def _emergencies(actor: Membership) -> Q:
    if actor.role in SEES_STAFF:
        return EVERYTHING
    return Q(account_id=actor.user_id) if actor.role in OPENS else NOTHING


@Policy
def may_review_emergency(actor: Membership, access: Any) -> None:
    """Conclude whether it was needed. Never one's own, in whatever role."""
    _own_program(actor, access)
    _one_of(actor, SEES_STAFF, REVIEWED)
    if access.account_id == actor.user_id or (actor.staff_id and actor.staff_id == access.staff_id):
        raise NotAllowed("Nobody reviews an emergency access of their own. Another supervisor or administrator can.")
