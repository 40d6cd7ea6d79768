"""May this actor load a fee schedule? Policies as in `policies`."""

from __future__ import annotations

from typing import Any

from .models import Membership
from .policies import Policy, _one_of, _own_program
from .roles import Role


@Policy
def may_load_codes(actor: Membership, program: Any) -> None:
    """Load lines of a fee schedule, and say when one no longer holds."""
    _own_program(actor, program)
    _one_of(actor, frozenset({Role.ADMINISTRATOR}), "Fee schedules are loaded by the program’s administrator.")
