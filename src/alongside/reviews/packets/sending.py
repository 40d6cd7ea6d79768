"""Sending a packet once: never with something missing that nobody explained, nor without its statement and manifest."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from django.utils import timezone

from alongside.ledger.events import record_export
from alongside.records.actions import disclose_for_audit
from alongside.records.actions.recording import locked, recording, refuse, unchanged_since
from alongside.records.part_two import guarded
from alongside.records.problems import Problem

from ..debriefs import receive_packet
from ..models import ItemState, OutputKind, Oversight, OversightState, Packet, PacketState
from ..monitoring import THE_STATE
from .statement import text_of

if TYPE_CHECKING:
    from alongside.access.models import User


def problems_of_sending(packet: Packet) -> list[Problem]:
    """Everything that keeps a packet from being sent, none where it may go."""
    found: list[Problem] = []
    if packet.is_sent:
        return [
            Problem("packet", "a packet already sent", "one not sent yet", "Nothing is left to do: see its receipt.")
        ]
    if packet.oversight.is_practice:
        return [
            Problem("packet", "a practice packet", "one the state asked for", "Look through it; it goes to nobody.")
        ]
    missing = packet.items.filter(state=ItemState.MISSING, reason=None).count()
    if missing:
        expected = "each of them in the packet, or a reason why it is not"
        found.append(Problem("items", f"{missing} missing without a reason", expected, "Open what is missing."))
    people = packet.items.filter(state=ItemState.THERE).values_list("participant_id", flat=True)
    if packet.has_substance_use_records is False and (marked := guarded(set(people))):
        held = f"no substance use records, though {len(marked)} of its participants have some"
        fix = "Say that there are, and build it again: its statement says so too."
        found.append(Problem("has_substance_use_records", held, "yes", fix))
    made = set(packet.outputs.values_list("kind", flat=True))
    if packet.state != PacketState.BUILT or OutputKind.MANIFEST not in made or not packet.manifest_hash:
        found.append(Problem("packet", "a packet not built", "one with its manifest", "Build it first."))
    elif OutputKind.STATEMENT not in made:
        found.append(Problem("statement", "no redisclosure statement", "one on its first page", "Build it again."))
    return found


def send(*, packet: Packet, version: int, at: datetime.datetime, sent_by: str, by: User | None) -> Packet:
    """Send it to the state: from here on nothing of it changes. Raises `Problems`, and `Conflict` where somebody
    changed it since it was read. Everybody in it is told by the ledger that it was sent."""
    with recording(program_id=packet.program_id, by=by):
        packet = unchanged_since(packet, version)
        refuse(problems_of_sending(packet))
        packet.state, packet.sent_at, packet.sent_by = PacketState.SENT, at, sent_by
        packet.version += 1
        packet.save(update_fields=["state", "sent_at", "sent_by", "version"])
        there = packet.items.filter(state=ItemState.THERE)
        people = set(there.values_list("participant_id", flat=True))
        record_export("packet", rows=there.count(), listed=people)
        disclose_for_audit(
            program_id=packet.program_id, participants=people, recipient=THE_STATE, what=f"Packet {packet.number}",
            statement=text_of(packet), may_hold_substance_use=packet.has_substance_use_records is not False,
            at=at, on=timezone.localtime(at).date(), by=by,
        )  # fmt: skip
        return packet


def receive(*, packet: Packet, at: datetime.datetime, received_by: str, by: User | None) -> Packet:
    """The state has it, and the oversight goes on with its review. Said again, the first time stays."""
    with recording(program_id=packet.program_id, by=by):
        packet = locked(packet)
        if packet.state == PacketState.SENT:
            packet.state, packet.received_at, packet.received_by = PacketState.RECEIVED, at, received_by
            packet.version += 1
            packet.save(update_fields=["state", "received_at", "received_by", "version"])
            if by is not None and packet.sent_at is not None:
                _go_on(locked(packet.oversight), packet.sent_at, at, by)
        return packet


def _go_on(oversight: Oversight, sent_at: datetime.datetime, at: datetime.datetime, by: User) -> None:
    """The day it came is the day it was sent: it was there at once. Somebody may have recorded it already."""
    if oversight.state == OversightState.NAMED:
        sent_on, on = (timezone.localtime(moment).date() for moment in (sent_at, at))
        came = max(sent_on, oversight.sample_named_on or sent_on)
        receive_packet(oversight=oversight, version=oversight.version, received_on=came, on=on, by=by)
