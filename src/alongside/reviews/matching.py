"""Progress notes and invoice lines of the same dates, side by side: what matches, and what does not."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from alongside.law import Answer
from alongside.law.rule import FACTS_MISSING, NOT_MET, PERSON
from alongside.records.models import InvoiceLine, NoteStatus, ProgressNote, Service, ServiceKind

from .ask import ask, pack_in_context

RULE = "MON-3"
NO_LINE = "A signed note without an invoice line."
NO_LINE_FIX = "Tie the note to its invoice line, or say why it was not invoiced."


@dataclass(frozen=True)
class Match:
    """One service with its note and its invoice line, whichever of the three there are. `answer` is the line's."""

    service: Service | None
    note: ProgressNote | None
    line: InvoiceLine | None
    answer: Answer | None

    @property
    def served_on(self) -> datetime.date | None:
        """The day of the service."""
        known = self.service or self.line
        return known.served_on if known else None

    @property
    def kind(self) -> str:
        """Which service, in words."""
        return str(ServiceKind(self.service.kind).label) if self.service and self.service.kind else "Not recorded"

    @property
    def minutes(self) -> int | None:
        """How long it took."""
        if self.service is None or not self.service.started_at or not self.service.stopped_at:
            return None
        return int((self.service.stopped_at - self.service.started_at).total_seconds() // 60)

    @property
    def word(self) -> str:
        """How it stands: an answer's word; a note without a line is not met."""
        if self.line is None:
            return NOT_MET
        return self.answer.answer if self.answer else FACTS_MISSING

    @property
    def wrong(self) -> list[str]:
        """What does not match, in sentences."""
        if self.line is None:
            return [NO_LINE]
        if self.answer is None or self.answer.answer not in (NOT_MET, FACTS_MISSING, PERSON):
            return []
        return [f"Must {c.sentence}." for c in self.answer.criteria if c.holds is not True]

    @property
    def next_step(self) -> str:
        """The one next step."""
        if self.line is None:
            return NO_LINE_FIX
        return self.answer.next_step if self.wrong and self.answer else ""

    def as_sent(self) -> dict[str, Any]:
        """The row as the Division receives it: only what is asked for, the note's own words and the line."""
        note, line = self.note, self.line
        return {
            "served_on": self.served_on, "kind": self.kind, "minutes": self.minutes,
            "note": note and {
                "what": note.what_was_done, "response": note.response, "outcome": note.outcome,
                "signed_by": note.signed_by, "signed_on": note.signed_on,
            },
            "line": line and {"units": line.units, "amount": line.amount, "claim_number": line.claim_number},
            "answer": self.word, "wrong": self.wrong,
        }  # fmt: skip


def matches(participant: UUID, first: datetime.date, last: datetime.date, *, on: datetime.date) -> list[Match]:
    """Every signed note and every invoice line of a participant between two days, in the order of the days."""
    days = {"participant_id": participant, "served_on__gte": first, "served_on__lte": last}
    services = {one.pk: one for one in Service.objects.standing().filter(**days)}
    signed = ProgressNote.objects.standing().filter(service__in=services, status=NoteStatus.SIGNED)
    notes = {note.service_id: note for note in signed}
    answers = {answer.key: answer for answer in ask(pack_in_context().rule(RULE), on=on, roots=[participant])}
    lines = list(InvoiceLine.objects.filter(**days).select_related("invoice", "service"))
    rows = [_of_line(line, services, notes, answers) for line in lines]
    billed = {line.service_id for line in lines}
    rows += [Match(services[key], note, None, None) for key, note in notes.items() if key not in billed]
    return sorted(rows, key=lambda row: (row.served_on or first, row.line is None))


def _of_line(
    line: InvoiceLine,
    services: Mapping[UUID, Service],
    notes: Mapping[UUID, ProgressNote],
    answers: Mapping[str, Answer],
) -> Match:
    service = services.get(line.service_id) or line.service
    return Match(service, notes.get(line.service_id), line, answers.get(str(line.pk)))
