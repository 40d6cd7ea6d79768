"""The days of the documentation oversights that go on: what is awaited, by when, from whom."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from .models import Oversight

PLACE = "Wisconsin DHS, Community Recovery Services: Information for Providers, Annual documentation oversight"


@dataclass(frozen=True)
class OversightDay:
    """One day: the strict one, the one it moves to where it does, and what is done by then by whom."""

    oversight: UUID
    on: datetime.date
    rolled_on: datetime.date | None
    title: str
    next_step: str
    who: str


def oversight_days(first: datetime.date, last: datetime.date) -> Iterator[OversightDay]:
    """Those between two days, of the oversights of the program in context that are not closed. Practice has none."""
    for one in Oversight.objects.filter(closed_on=None, is_practice=False):
        for day in _of(one):
            if first <= day.on <= last:
                yield day


def _of(one: Oversight) -> Iterator[OversightDay]:
    if one.list_asked_by_on and one.list_sent_at is None:
        step = "Send the list of enrollments and discharges."
        yield OversightDay(one.pk, one.list_asked_by_on, None, "List asked for", step, "program coordinator")
    if one.packet_due_strict_on and one.packet_received_on is None:
        moved = one.packet_due_on if one.packet_due_on != one.packet_due_strict_on else None
        step = f"Send the packet. Counted by {one.packet_due_calendar or 'the calendar of the reading in force'}."
        yield OversightDay(one.pk, one.packet_due_strict_on, moved, "Packet due", step, "program coordinator")
    if one.review_until_on and one.debriefed_on is None:
        step = "Wait for the Debrief. Nothing follows where the review takes longer."
        yield OversightDay(one.pk, one.review_until_on, None, "Review up to this day", step, "state reviewer")
