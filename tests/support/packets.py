"""A packet to try things on, made of people's documents by the actions a coordinator uses."""

from __future__ import annotations

from typing import Any

from sampled import an_oversight

from alongside.reviews.models import Packet
from alongside.reviews.packets.assembling import assemble
from people import TODAY, a_participant, a_service_plan, discharged, sign

SETS = ("2025-02-20", "2025-08-20", "2026-02-20", "2026-08-20")


def three_people(*, has_summary: bool = True) -> list[Any]:
    """Somebody in order with a signed plan, somebody discharged, and somebody who is not drawn."""
    in_order, left, outside = (
        a_participant(given_name=name, enrolled_on="2025-03-01", documents=SETS)
        for name in ("Juniper", "Rowan", "Outside")
    )
    sign(a_service_plan(in_order, completed_on="2026-02-25"), "coordinator")
    discharged(left, has_summary=has_summary)
    return [in_order, left, outside]


def a_packet(people: list[Any] | None = None, **said: Any) -> Packet:
    """A packet for the first two of them."""
    return assemble(sample=an_oversight(people or three_people(), **said), on=TODAY, by=None)


def explained(packet: Packet) -> Packet:
    """The same with a reason for everything missing."""
    packet.items.filter(state="missing").update(
        reason="Kept on paper that was lost in a flood.", reason_by="Cora Plover"
    )
    return packet
