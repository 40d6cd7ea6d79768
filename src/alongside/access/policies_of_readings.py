"""May this actor choose readings, keep guiding documents, read the program's days? Policies as in `policies`."""

from __future__ import annotations

from typing import Any

from .models import Membership
from .policies import Policy, _one_of, _own_program
from .roles import RUNS_THE_PROGRAM, SEES_STAFF


@Policy
def may_choose_reading(actor: Membership, program: Any) -> None:
    """Choose another reading for the program, or go back to the default."""
    _own_program(actor, program)
    _one_of(actor, RUNS_THE_PROGRAM, "Readings are chosen by those who run the program.")


@Policy
def may_say_how_to_join(actor: Membership, program: Any) -> None:
    """Say how the state's quarterly meetings are joined."""
    _own_program(actor, program)
    _one_of(actor, RUNS_THE_PROGRAM, "How meetings are joined is kept by those who run the program.")


@Policy
def may_keep_copy(actor: Membership, program: Any) -> None:
    """Keep the program's own copy of a guiding document, and its rate worksheets."""
    _own_program(actor, program)
    _one_of(actor, RUNS_THE_PROGRAM, "Copies of guiding documents are kept by those who run the program.")


@Policy
def may_read_program_days(actor: Membership, program: Any) -> None:
    """Have a private address with the days of the whole program."""
    _own_program(actor, program)
    _one_of(actor, SEES_STAFF, "The program’s days are for those who run the program or supervise.")
