"""Who may see the provider network. It is changed by those who run the program, like other records."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from .models import Membership
from .policies import EVERYTHING, NOTHING, NotAllowed, Policy, _one_of, _own_program
from .roles import SEES_STAFF, Role


@Policy
def may_see_provider(actor: Membership, provider: Any) -> None:
    """One provider: its agreements, locations and licenses."""
    _own_program(actor, provider)
    _one_of(actor, SEES_STAFF, "The provider network is open to those who run the program or supervise.")
    if actor.role == Role.SUPERVISOR and actor.provider_id not in (None, provider.pk):
        raise NotAllowed("You supervise at another provider.")


@may_see_provider.filters
def _providers(actor: Membership) -> Q:
    if actor.role == Role.SUPERVISOR and actor.provider_id:
        return Q(pk=actor.provider_id)
    return EVERYTHING if actor.role in SEES_STAFF else NOTHING
