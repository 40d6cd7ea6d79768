"""Correcting a packet before it is sent: another document, something left out, a reason for what is missing."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from alongside.records.actions.recording import locked, recording, refuse, unchanged_since
from alongside.records.problems import Problem, nothing

from ..models import ItemState, Packet, PacketItem, PacketState
from ..requirements import BY_ID
from .assembling import fill
from .choosing import Shelf, owed_of
from .opening import count, reopen

if TYPE_CHECKING:
    from alongside.access.models import User


def choose(*, item: PacketItem, version: int, record: UUID, by: User | None) -> PacketItem:
    """Put another record of the same participant and kind in an item's place. Raises `Problems`, `Conflict`."""
    with recording(program_id=item.program_id, by=by):
        item = _held(item, version)
        member = item.sample_member
        requirement = BY_ID[item.requirement]
        shelf = Shelf([item.participant_id])
        made = [one for _, one in shelf.made[requirement.table, item.participant_id] if one.pk == record]
        due = [one for one in owed_of(member, item.packet.oversight) if one.requirement == requirement]
        if not made or not due:
            refuse([Problem("record", "another record", f"one of the kind {requirement.label}", "Choose one listed.")])
        fill(item, shelf.slot_with(member, due[0], made[0]))
        count(item.packet)
        return item


def leave_out(*, item: PacketItem, version: int, reason: str | None, reason_by: str, by: User | None) -> PacketItem:
    """Keep something out of the packet, or say why it is missing: the reason goes to the state with it."""
    with recording(program_id=item.program_id, by=by):
        item = _held(item, version)
        refuse([] if (reason or "").strip() else [nothing("reason")])
        item.reason, item.reason_by, item.file = reason, reason_by, None
        if item.state == ItemState.THERE:
            item.state = ItemState.LEFT_OUT
        item.version += 1
        item.save()
        count(item.packet)
        return item


def put_back(*, item: PacketItem, version: int, by: User | None) -> PacketItem:
    """Put back what was left out."""
    with recording(program_id=item.program_id, by=by):
        item = _held(item, version)
        if item.state == ItemState.LEFT_OUT:
            item.state, item.reason, item.reason_by = ItemState.THERE, None, None
            item.version += 1
            item.save()
        return item


def describe(
    *, packet: Packet, version: int, authority: str | None, has_substance_use_records: bool | None, by: User | None
) -> Packet:
    """Say what the state refers to when it asks, and whether there are substance use disorder records in it."""
    with recording(program_id=packet.program_id, by=by):
        packet = unchanged_since(packet, version)
        packet.authority, packet.has_substance_use_records = authority, has_substance_use_records
        return reopen(packet)


def ask_to_build(*, packet: Packet, at: datetime.datetime, asked_by: str, by: User | None) -> Packet:
    """Hand a packet over to be built in the background. Asked again while it is being built, nothing happens."""
    with recording(program_id=packet.program_id, by=by):
        packet = locked(packet)
        if packet.state in (PacketState.BUILDING, PacketState.BUILT):
            return packet
        packet = reopen(packet)
        # What is not signed may have changed since it was set, and what is may have one signature more.
        packet.items.update(file=None)
        packet.state, packet.asked_at, packet.asked_by = PacketState.BUILDING, at, asked_by
        packet.save(update_fields=["state", "asked_at", "asked_by"])
        return packet


def _held(item: PacketItem, version: int) -> PacketItem:
    """The item as it was read, its packet open for a change."""
    packet = reopen(locked(item.packet))
    item = unchanged_since(item, version)
    item.packet = packet
    return item
