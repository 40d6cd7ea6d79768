"""Which document answers a requirement of a participant of a sample: the one place that knows where it is seen."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from alongside.records.models import Assessment, DischargeSummary, Document, FunctionalScreen, ServicePlan

from .debriefs import asked
from .models import ItemState, Oversight, PacketItem, SampleMember
from .requirements import chosen

RECORDS = {
    "functional_screen": FunctionalScreen,
    "assessment": Assessment,
    "service_plan": ServicePlan,
}


@dataclass(frozen=True)
class Seen:
    """What answers a requirement: the record, the day it was completed, and the document, where it was signed."""

    record: UUID
    table: str
    completed_on: datetime.date | None
    document: UUID | None
    item: UUID | None = None


def seen_of(oversight: Oversight, member: SampleMember) -> dict[str, Seen]:
    """By requirement what answers it. What a program practices is looked up in its own records; the state's reviewer
    looks into the packet, and not into these: `document` is the packet's file, `item` what it is opened by."""
    return dict(_in_records(member)) if oversight.is_practice else dict(_in_packet(member))


def _in_packet(member: SampleMember) -> Iterator[tuple[str, Seen]]:
    there = PacketItem.objects.filter(sample_member=member, state=ItemState.THERE, attachment=None)
    for one in there.exclude(packet__sent_at=None):
        yield one.requirement, Seen(one.record, str(one.kind), None, one.file_id, one.pk)


def _in_records(member: SampleMember) -> Iterator[tuple[str, Seen]]:
    made = {
        table: [(row.completed_on, row.pk) for row in model.objects.filter(participant_id=member.participant_id)
                if row.completed_on]
        for table, model in RECORDS.items()
    }  # fmt: skip
    summaries = DischargeSummary.objects.filter(participant_id=member.participant_id).order_by("-created_at")
    made["discharge_summary"] = [(row.coordinator_signed_on or datetime.date.max, row.pk) for row in summaries]
    for one in asked(member):
        table = one.requirement.table
        found = chosen(made[table], one)
        if found is not None:
            day = next(day for day, key in made[table] if key == found)
            document = Document.of(table, found)
            is_dated = day != datetime.date.max
            yield one.requirement.id, Seen(found, table, day if is_dated else None, document.pk if document else None)
