"""The roles somebody may write in. The limits are on the role, not on the person."""

from __future__ import annotations

from alongside.facts.roles import ROLES
from alongside.facts.writing import PEERS

from .sources_of_writing import answered

CLINICAL = ("qmhp", "lpha", "substance_use_professional")
BY_ROLE = answered(
    4, "An individual should bill for the services that they provide in accordance with the role they are in."
)


class UnknownRole(ValueError):
    """A role nobody writes in. The text names those there are."""


def is_peer(role: str) -> bool:
    """Whether the limits of question 6 are on this role. Raises UnknownRole."""
    return known(role) in PEERS


def known(role: str) -> str:
    """The role, if it is one. Raises UnknownRole."""
    if role not in ROLES:
        raise UnknownRole(f"There is no role {role!r} to write in. There are: {', '.join(ROLES)}.")
    return role
