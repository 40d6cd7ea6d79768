"""Which record answers which requirement of whom: the most recently completed one, with the files that belong to it."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from alongside.records.models import Assessment, Attachment, DischargeSummary, Document, FunctionalScreen, ServicePlan

from ..models import Oversight, SampleMember
from ..requirements import Owed, chosen, owed

Dated = list[tuple[datetime.date, Any]]
TABLES: dict[str, tuple[type[Any], str]] = {
    "functional_screen": (FunctionalScreen, "completed_on"),
    "assessment": (Assessment, "completed_on"),
    "service_plan": (ServicePlan, "completed_on"),
    "discharge_summary": (DischargeSummary, "discharge__discharged_on"),
}


@dataclass(frozen=True)
class Slot:
    """One requirement of one participant, and the record found for it, or none."""

    member: SampleMember
    owed: Owed
    record: Any
    is_signed: bool = False
    attachments: list[Attachment] = field(default_factory=list)


class Shelf:
    """Everything of these participants a packet could hold, read once."""

    def __init__(self, participants: Iterable[UUID]) -> None:
        people = list(participants)
        self.made: dict[tuple[str, UUID], Dated] = defaultdict(list)
        self.attachments: dict[tuple[str, UUID], list[Attachment]] = defaultdict(list)
        for table, (model, day) in TABLES.items():
            found = model.objects.filter(participant__in=people, **{f"{day}__isnull": False})
            if table != "functional_screen":
                found = found.filter(amendments=None)  # what was amended stands in its amendment
            if table == "discharge_summary":
                found = found.select_related("discharge")
            for record in found:
                self.made[table, record.participant_id].append((completed_on(table, record), record))
        files = Attachment.objects.filter(participant__in=people, kind__in=TABLES).defer("content")
        for one in files.order_by("created_at", "pk"):
            self.attachments[one.kind, one.record].append(one)
        signed = Document.objects.filter(participant__in=people, kind__in=TABLES)
        self.signed: set[tuple[str, UUID]] = set(signed.values_list("kind", "record"))

    def slot(self, member: SampleMember, due: Owed) -> Slot:
        """The record for a requirement."""
        table = due.requirement.table
        record = chosen(self.made[table, member.participant_id], due)
        return self.slot_with(member, due, record)

    def slot_with(self, member: SampleMember, due: Owed, record: Any) -> Slot:
        """The same with a record somebody chose."""
        if record is None:
            return Slot(member, due, None)
        which = (due.requirement.table, record.pk)
        return Slot(member, due, record, which in self.signed, self.attachments[which])


def owed_of(member: SampleMember, oversight: Oversight) -> list[Owed]:
    """What a packet holds for one participant, by the list as it was sent."""
    entry, until = member.roster_entry, oversight.served_to_on
    if until is None:
        return []
    return owed(enrolled_on=entry.enrolled_on, discharged_on=entry.discharged_on, until=until)


def slots(members: Iterable[SampleMember], oversight: Oversight) -> list[Slot]:
    """Everything asked for of these participants, with what there is."""
    people = list(members)
    shelf = Shelf(member.participant_id for member in people)
    return [shelf.slot(member, due) for member in people for due in owed_of(member, oversight)]


def others(member: SampleMember, table: str) -> Dated:
    """Every record of that kind of the participant, newest first: what may be chosen instead."""
    return sorted(Shelf([member.participant_id]).made[table, member.participant_id], key=lambda one: one[0])[::-1]


def titled(slot: Slot) -> str:
    """What an item is called: the kind of record, and the day it was completed."""
    what = slot.owed.requirement.label
    if slot.record is None:
        return what[:1].upper() + what[1:]
    day = completed_on(slot.owed.requirement.table, slot.record)
    return f"{what[:1].upper()}{what[1:]}, {day.day} {day:%B %Y}"


def completed_on(table: str, record: Any) -> datetime.date:
    """The day a record counts from."""
    found: Any = record
    for name in TABLES[table][1].split("__"):
        found = getattr(found, name)
    return datetime.date.fromisoformat(str(found))
