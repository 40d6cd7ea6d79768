"""Putting a packet together from what is recorded: one item for each file, and one for each thing that is missing."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.db.models import Q

from alongside.records.actions.recording import locked, recording, refuse
from alongside.records.problems import Problem

from ..models import ItemState, Oversight, Packet, PacketItem, Sample, SampleMember
from .choosing import Slot, owed_of, slots, titled
from .opening import count, reopen

if TYPE_CHECKING:
    from alongside.access.models import User

ENROLLMENT = "enrollment"


def told_to_program() -> Q:
    """Samples a program knows of: those the state named, and those it drew for practice."""
    return Q(oversight__is_practice=True) | Q(oversight__sample_named_on__isnull=False)


def assemble(*, sample: Sample, on: datetime.date, by: User | None) -> Packet:
    """A packet for a sample, with every requirement of every participant in it. Given again, the one there is."""
    with recording(program_id=sample.program_id, by=by):
        list(Oversight.objects.select_for_update().order_by("pk"))  # one after the other: each has a number of its own
        there = Packet.objects.filter(sample=sample).first()
        if there is not None:
            return there
        packet = Packet(
            program_id=sample.program_id, oversight=sample.oversight, sample=sample, number=_number(sample, on)
        )
        packet.save(force_insert=True)
        PacketItem.objects.bulk_create(list(_items(packet, sample)))
        count(packet)
        return packet


def look_again(*, packet: Packet, by: User | None) -> int:
    """Fill in what was missing and has been recorded since; how much that was. What somebody chose stays."""
    with recording(program_id=packet.program_id, by=by):
        packet = reopen(locked(packet))
        missing = {(one.sample_member_id, one.requirement): one for one in packet.items.filter(state=ItemState.MISSING)}
        members = packet.sample.members.select_related("roster_entry").filter(pk__in=[whose for whose, _ in missing])
        found = [slot for slot in slots(members, packet.oversight) if slot.record is not None]
        filled = [slot for slot in found if (slot.member.pk, slot.owed.requirement.id) in missing]
        for slot in filled:
            fill(missing[slot.member.pk, slot.owed.requirement.id], slot)
        count(packet)
        return len(filled)


def fill(item: PacketItem, slot: Slot) -> None:
    """Put a record in an item's place, and the files that belong to it behind it."""
    refuse([] if slot.record else [Problem("record", "nothing", "a record of this participant", "Choose one.")])
    beside = item.packet.items.filter(sample_member=item.sample_member, requirement=item.requirement).exclude(
        pk=item.pk
    )
    beside.delete()
    for name, value in _said(slot).items():
        setattr(item, name, value)
    item.reason = item.reason_by = item.file = None
    item.version += 1
    item.save()
    last = item.packet.items.filter(sample_member=item.sample_member).order_by("position").last()
    new = _of_files(item.packet, slot, (last or item).position + 1)
    PacketItem.objects.bulk_create(list(new))


def _items(packet: Packet, sample: Sample) -> Iterator[PacketItem]:
    members = list(sample.members.select_related("roster_entry").order_by("position"))
    by_member: dict[object, list[Slot]] = {member.pk: [] for member in members}
    for slot in slots(members, packet.oversight):
        by_member[slot.member.pk].append(slot)
    for member in members:
        position = 0
        if not owed_of(member, packet.oversight):
            yield PacketItem(
                **_whose(packet, member), position=1, requirement=ENROLLMENT, title="The day of enrollment",
                state=ItemState.MISSING,
            )  # fmt: skip
        for slot in by_member[member.pk]:
            position += 1
            yield PacketItem(**_whose(packet, member), position=position, **_said(slot))
            for item in _of_files(packet, slot, position + 1):
                position += 1
                yield item


def _of_files(packet: Packet, slot: Slot, position: int) -> Iterator[PacketItem]:
    for nth, file in enumerate(slot.attachments):
        said = {**_said(slot), "title": f"{titled(slot)}: file {nth + 1}", "attachment": file, "is_signed": False}
        yield PacketItem(**_whose(packet, slot.member), position=position + nth, **said)


def _whose(packet: Packet, member: SampleMember) -> dict[str, object]:
    return {
        "program_id": packet.program_id,
        "packet": packet,
        "sample_id": packet.sample_id,
        "sample_member": member,
        "participant_id": member.participant_id,
    }


def _said(slot: Slot) -> dict[str, object]:
    requirement = slot.owed.requirement
    said = {"requirement": requirement.id, "title": titled(slot), "due_on": slot.owed.due_on}
    if slot.record is None:
        return {**said, "state": ItemState.MISSING}
    return {
        **said,
        "state": ItemState.THERE,
        "kind": requirement.table,
        "record": slot.record.pk,
        "is_signed": slot.is_signed,
    }


def _number(sample: Sample, on: datetime.date) -> str:
    return f"{on.year}-{Packet.objects.filter(number__startswith=f'{on.year}-').count() + 1}"
