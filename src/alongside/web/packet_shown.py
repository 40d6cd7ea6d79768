"""A packet as its pages show it: its people with what is there and what is missing, and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from alongside.reviews.models import ItemState, Packet, PacketItem, PacketState, SampleMember
from alongside.reviews.packets.building import items_of, progress
from alongside.reviews.packets.naming import requirement_name, requirement_quote, requirement_rule

STEPS = ("Put together", "Build", "Send", "Received")
# How many steps are done.
DONE = {
    PacketState.CHOOSING: 0,
    PacketState.BUILDING: 1,
    PacketState.BUILT: 2,
    PacketState.SENT: 3,
    PacketState.RECEIVED: 4,
}


class Shown(NamedTuple):
    """One item with what asks for it."""

    item: PacketItem
    name: str
    quote: str
    place: str
    rule: str
    next_step: str
    who: str

    @property
    def is_explained(self) -> bool:
        """Whether nothing is left to do about it."""
        return self.item.state != ItemState.MISSING or bool(self.item.reason)


@dataclass
class Person:
    """One participant of the sample with the items of the packet."""

    member: SampleMember
    items: list[Shown] = field(default_factory=list)

    @property
    def there(self) -> int:
        """How many files are in the packet."""
        return sum(one.item.state == ItemState.THERE for one in self.items)

    @property
    def left_out(self) -> int:
        """How many were left out with a reason."""
        return sum(one.item.state == ItemState.LEFT_OUT for one in self.items)

    @property
    def missing(self) -> list[Shown]:
        """What is missing and nobody explained."""
        return [one for one in self.items if not one.is_explained]

    @property
    def explained(self) -> int:
        """How much is missing with a reason."""
        return sum(one.item.state == ItemState.MISSING and one.is_explained for one in self.items)


def people_of(packet: Packet) -> list[Person]:
    """Everybody of the packet's sample, in its order."""
    found: dict[Any, Person] = {}
    for item in items_of(packet):
        found.setdefault(item.sample_member_id, Person(item.sample_member)).items.append(shown(item))
    return list(found.values())


def shown(item: PacketItem) -> Shown:
    """An item with the words that ask for it and, where it is missing, what to do."""
    quote, place = requirement_quote(item.requirement)
    what = requirement_name(item.requirement).partition(": ")[2]
    step = f"Record the {what} if there is one, then look again. If there is none, say why: the reason goes with it."
    who = "whoever runs the program"
    return Shown(item, requirement_name(item.requirement), quote, place, requirement_rule(item.requirement), step, who)


def stage(packet: Packet) -> list[tuple[str, str]]:
    """The steps of a packet, each done, now or still to come."""
    now = DONE[PacketState(packet.state)]
    standing = {True: "complete", False: ""}
    return [(name, "current" if nth == now else standing[nth < now]) for nth, name in enumerate(STEPS)]


def made(packet: Packet) -> dict[str, int]:
    """How many files are made, of how many, and of a hundred."""
    done, whole = progress(packet)
    return {"done": done, "whole": whole, "percent": 100 * done // whole if whole else 0}
