"""May this actor load a fee schedule, or correct how a service is billed? Policies as in `policies`."""

from __future__ import annotations

from typing import Any

from .models import Membership
from .policies import Policy, _one_of, _own_program
from .roles import RUNS_THE_PROGRAM, Role

BILLS = RUNS_THE_PROGRAM | {Role.BILLER}


@Policy
def may_load_codes(actor: Membership, program: Any) -> None:
    """Load lines of a fee schedule, and say when one no longer holds."""
    _own_program(actor, program)
    _one_of(actor, frozenset({Role.ADMINISTRATOR}), "Fee schedules are loaded by the program’s administrator.")


@Policy
def may_correct_billing(actor: Membership, service: Any) -> None:
    """Correct how a service is billed: those who bill or run the program, and whoever gave it."""
    _own_program(actor, service)
    if actor.staff_id is None or actor.staff_id != service.staff_id:
        _one_of(
            actor, BILLS, "How a service is billed is corrected by billers, those who run the program and its giver."
        )


@Policy
def may_say_clinical(actor: Membership, service: Any) -> None:
    """Say whether clinical functions were performed: whoever gave it knows; who runs the program may write it down."""
    _own_program(actor, service)
    if actor.staff_id is None or actor.staff_id != service.staff_id:
        _one_of(
            actor, RUNS_THE_PROGRAM, "Whether clinical functions were performed is said by whoever gave the service."
        )
