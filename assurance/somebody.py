"""A coordinator of an invented program, who signs in by password."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

PASSWORD = "plain-words-for-beds"


def somebody() -> Any:
    """A coordinator of the program, new each time."""
    from alongside.access.actions import create_program, create_user, join
    from alongside.access.models import Program
    from alongside.access.roles import Role

    program = Program.objects.using("owner").first() or create_program(name="Bittern County", by=None)
    number = random.SystemRandom().getrandbits(48)
    user = create_user(email=f"plover{number}@example.org", name="Cora Plover", password=PASSWORD, by=None)
    join(user=user, program=program, role=Role.COORDINATOR, starts_on=date(2025, 1, 1), by=None)
    return user
