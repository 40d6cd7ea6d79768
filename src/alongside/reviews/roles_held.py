"""The roles in which somebody serves and writes on a day, from the same facts the billing rules look at."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from uuid import UUID

from alongside.facts.roles import CLINICAL_LICENSES, PEER_CREDENTIALS, ROLES
from alongside.facts.tiers import RANKS
from alongside.facts.writing import PEERS

from .chains import Held, held_by

ASSIGNED = "as_"
# A tier that only a peer's certificate gives is the peer's role, for Medicaid's purposes an MHP's.
OWN_ROUTES = {"degree": "mhp", "degree_and_experience": "mhp", "psychiatric_rehabilitation": "mhp", "lpn": "mhp"}
TREATS_SUBSTANCE_USE = {"cadc", "lpc", "lsw", "psychiatric_physician_assistant", *CLINICAL_LICENSES}
BY_ASSIGNMENT = {"mhp", "peer_support_worker", "engagement_specialist", "substance_use_professional"}


def roles_held(staff_id: UUID | None, on: datetime.date) -> list[str]:
    """The words of `ROLES` somebody holds on a day, in their order; none for who is not staff. A certificate counts
    while it is current: who was assigned as a peer without one holds no peer's role by it."""
    if staff_id is None:
        return []
    held = [one for one in held_by([staff_id]).get(staff_id, []) if one.from_on <= on <= one.to_on]
    found = {role for one in held for role in _roles(one)}
    return [role for role in ROLES if role in found]


def are_peers(roles: list[str]) -> bool:
    """Whether somebody holds roles, and every one of them is a peer's."""
    return bool(roles) and all(role in PEERS for role in roles)


def _roles(one: Held) -> Iterator[str]:
    if one.route in PEER_CREDENTIALS:
        yield one.route
    elif one.route in OWN_ROUTES:
        yield OWN_ROUTES[one.route]
    elif one.rank is not None and one.rank != RANKS["mhp"]:
        yield from (tier for tier, rank in RANKS.items() if rank == one.rank)
    assigned = one.route.removeprefix(ASSIGNED) if one.route.startswith(ASSIGNED) else ""
    if assigned in BY_ASSIGNMENT:
        yield assigned
    if one.route in TREATS_SUBSTANCE_USE and one.rank != RANKS["lpha"]:
        yield "substance_use_professional"
