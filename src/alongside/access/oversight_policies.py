"""Who may see a documentation oversight, and take its steps."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from .models import Membership
from .policies import EVERYTHING, NOTHING, Policy, _one_of, _own_program
from .roles import RUNS_THE_PROGRAM, SEES_STAFF, Role

SIDES = {"state": frozenset({Role.STATE_REVIEWER}), "program": RUNS_THE_PROGRAM}


@Policy
def may_see_oversight(actor: Membership, oversight: Any) -> None:
    """One documentation oversight: both sides. What a program practices stays in the program."""
    _own_program(actor, oversight)
    if getattr(oversight, "is_practice", False):
        _one_of(actor, SEES_STAFF, "A practice review is the program’s own. The state does not see it.")
    sentence = "Documentation oversight is between those who run the program or supervise and the state’s reviewer."
    _one_of(actor, SEES_STAFF | SIDES["state"], sentence)


@may_see_oversight.filters
def _oversights(actor: Membership) -> Q:
    if actor.role == Role.STATE_REVIEWER:
        return Q(is_practice=False)
    return EVERYTHING if actor.role in SEES_STAFF else NOTHING


@Policy
def may_take_step(actor: Membership, taking: Any) -> None:
    """Take one step of a documentation oversight: the state’s reviewer or those who run the program, as it says."""
    _own_program(actor, taking)
    who = {"state": "the state’s reviewer", "program": "those who run the program"}
    named = " or ".join(who[side] for side in taking.by)
    _one_of(actor, frozenset().union(*(SIDES[side] for side in taking.by)), f"“{taking.label}” is for {named}.")


def side_of(actor: Membership) -> str:
    """Which side the actor stands on."""
    return "state" if actor.role == Role.STATE_REVIEWER else "program"
