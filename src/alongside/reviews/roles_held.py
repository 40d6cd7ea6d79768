"""The roles in which somebody serves and writes on a day, from the same facts the billing rules look at."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from uuid import UUID

from alongside.facts.roles import CLINICAL_LICENSES, PEER_CREDENTIALS, ROLES
from alongside.facts.tiers import RANKS
from alongside.facts.writing import PEERS

from .chains import Held, held_by

ASSIGNED = "as_"
TREATS_SUBSTANCE_USE = {"cadc", "lpc", "lsw", "psychiatric_physician_assistant", *CLINICAL_LICENSES}
BY_ASSIGNMENT = {
    "qmhp", "mhp", "rsa", "peer_support_worker", "engagement_specialist", "substance_use_professional",
}  # fmt: skip
ABOVE_MHP = {"lpha", "qmhp"}


def roles_held(staff_id: UUID | None, on: datetime.date) -> list[str]:
    """The words of `ROLES` somebody holds on a day, in their order; none for who is not staff. A certificate counts
    while it is current: who was assigned as a peer without one holds no peer's role by it."""
    if staff_id is None:
        return []
    held = held_by([staff_id]).get(staff_id, [])
    return _roles_of([one for one in held if one.from_on <= on <= one.to_on])


def are_peers(roles: list[str]) -> bool:
    """Whether somebody holds roles, and every one of them is a peer's."""
    return bool(roles) and all(role in PEERS for role in roles)


def is_dual(roles: Iterable[str]) -> bool:
    """Whether a QMHP and a certified peer in one: a service then says whether clinical functions were performed."""
    held = set(roles)
    return "qmhp" in held and bool(held & set(PEER_CREDENTIALS))


def _roles_of(held: list[Held]) -> list[str]:
    """The roles that these qualifications, in force together, make."""
    routes = {one.route for one in held if one.route}
    ranks = {one.rank for one in held if one.route not in PEER_CREDENTIALS}
    found = routes & set(PEER_CREDENTIALS)
    found |= {route.removeprefix(ASSIGNED) for route in routes if route.startswith(ASSIGNED)} & BY_ASSIGNMENT
    found |= {tier for tier in ABOVE_MHP if RANKS[tier] in ranks}
    # A degree makes an MHP of somebody who is nothing above it; of a peer only where the role was assigned as well.
    if RANKS["mhp"] in ranks and not found & {*ABOVE_MHP, *PEER_CREDENTIALS}:
        found.add("mhp")
    if routes & TREATS_SUBSTANCE_USE and not found & ABOVE_MHP:  # who has a place there is assigned, where it is meant
        found.add("substance_use_professional")
    return [role for role in ROLES if role in found]
