"""A peer never signs off a discharge: why the place is closed to somebody who serves in a peer's role alone."""

from __future__ import annotations

from typing import Any

from alongside.access.clock import today
from alongside.access.models import Membership
from alongside.facts.roles import ROLES
from alongside.packs.illinois_peer.sections import standing
from alongside.records.models import Capacity, DischargeSummary
from alongside.reviews.roles_held import are_peers, roles_held

from .peer_programs import is_of_peers

SIGN_OFF = "final_sign_off"


def refused_as_peer(record: Any, capacity: Capacity, actor: Membership) -> str | None:
    """The refusal with its rule, what it needs, what was found, the next step and who can take it; None where the
    reader also holds a role in which discharges are signed, or this is no discharge of a program of peer workers."""
    if not isinstance(record, DischargeSummary) or capacity != Capacity.COORDINATOR or not is_of_peers(actor):
        return None
    held = roles_held(actor.staff_id, today())
    if not are_peers(held):
        return None
    found = standing("discharge", SIGN_OFF, held[0])
    words = f"“{found.cite.quote}” ({found.cite.place})" if found.cite else ""
    return (
        f"{found.section.rule}: {found.why} A CRSS should not: {words}. It needs a {found.who}; found: you serve as "
        f"{ROLES[held[0]]}. Next: ask a {found.who} to sign. You may write sections of your own, labeled as a peer’s."
    )
