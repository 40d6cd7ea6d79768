"""May this actor choose readings? Written as in `policies.py`."""

from __future__ import annotations

from typing import Any

from .models import Membership
from .policies import Policy, _one_of, _own_program
from .roles import RUNS_THE_PROGRAM


@Policy
def may_choose_reading(actor: Membership, program: Any) -> None:
    """Choose another reading for the program, or go back to the default."""
    _own_program(actor, program)
    _one_of(actor, RUNS_THE_PROGRAM, "Readings are chosen by those who run the program.")
