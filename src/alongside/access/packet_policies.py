"""Who may put a packet together and send it, and who may read it."""

from __future__ import annotations

from typing import Any

from .models import Membership
from .policies import NotAllowed, Policy, _one_of, _own_program
from .roles import RUNS_THE_PROGRAM, Role


@Policy
def may_prepare_packet(actor: Membership, packet: Any) -> None:
    """Put a packet together, correct it, build it and send it."""
    _own_program(actor, packet)
    _one_of(actor, RUNS_THE_PROGRAM, "Packets are put together and sent by those who run the program.")


@Policy
def may_read_packet(actor: Membership, packet: Any) -> None:
    """Read what is in a packet: the program's own people, and the state reviewer what was sent."""
    if actor.role != Role.STATE_REVIEWER:
        may_prepare_packet(actor, packet)
        return
    _own_program(actor, packet)
    if packet.sent_at is None:
        raise NotAllowed("This packet has not been sent. It is the program’s own until then.")


@Policy
def may_receive_packet(actor: Membership, packet: Any) -> None:
    """Say that a packet was received."""
    may_read_packet(actor, packet)
    _one_of(actor, frozenset({Role.STATE_REVIEWER}), "That a packet was received is said by the state reviewer.")
