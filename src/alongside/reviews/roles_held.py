"""In which roles somebody could have given a service on a day, from the facts the billing rules look at."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from uuid import UUID

from alongside.facts.roles import CLINICAL_LICENSES, LPHA_LICENSES, OTHER_LICENSES, ROLES
from alongside.facts.tiers import RANKS

from .chains import Held, held_by

PEERS = ("crss", "cfpp", "cprs")
ASSIGNED = "as_"
# Who treats substance use by a license, beside those assigned to it.
TREATS = {*LPHA_LICENSES, *CLINICAL_LICENSES, *OTHER_LICENSES} - {"lpn"}


def roles_on(staff_id: UUID, on: datetime.date) -> list[str]:
    """The roles of one staff member on a day, in the order of the ladder; none where nothing in force says one."""
    held = held_by([staff_id]).get(staff_id, [])
    return roles_of([one for one in held if one.from_on <= on <= one.to_on])


def is_dual(roles: Iterable[str]) -> bool:
    """Whether these are a QMHP's and a peer's: then a service says whether clinical functions were performed."""
    held = set(roles)
    return "qmhp" in held and bool(held & set(PEERS))


def roles_of(held: Iterable[Held]) -> list[str]:
    """The roles that these qualifications, in force together, make."""
    routes = {one.route for one in held}
    ranks = {one.rank for one in held if one.route not in PEERS}
    found = {route for route in routes if route in PEERS}
    found |= {route.removeprefix(ASSIGNED) for route in routes if route.startswith(ASSIGNED)} & set(ROLES)
    if RANKS["lpha"] in ranks:
        found.add("lpha")
    # A degree makes an MHP of somebody who is nothing above it; of a peer only where the role was assigned as well.
    if RANKS["mhp"] in ranks and not found & {"lpha", "qmhp", *PEERS}:
        found.add("mhp")
    if routes & TREATS and not found:
        found.add("substance_use_professional")
    return [role for role in ROLES if role in found]
