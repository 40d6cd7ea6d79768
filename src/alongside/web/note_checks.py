"""What the rules say about a note while it is written and before it is signed: as if it were signed now.

The signature itself comes last, so the criteria it answers are left out here; signing shows them.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import models

from alongside.access.models import Membership
from alongside.law import Answer, Rule
from alongside.law.rule import DOES_NOT_APPLY
from alongside.packs import PACKS
from alongside.records.models import NoteStatus, ProgressNote, Service
from alongside.reviews.ask import choices
from alongside.reviews.ask_notes import ask_of_services, ask_unstored

from .note_marks import marked
from .shown import Line, Shown, live

NOTE, BILLING = "NOTE", "BIL"
COMES_WITH_SIGNING = ("NOTE-1", "BIL-12")
WORDS = "NOTE-6.words"
STOPPING = ("no", "not-yet", "unknown")


@dataclass(frozen=True)
class Checked(Line):
    """A criterion on the page, with the step that mends it."""

    fix: str = ""


@dataclass(frozen=True)
class Checks:
    """How a note stands before it is signed. `marked` is the text in pieces, each with whether it is doubted;
    `is_signed_off` says that it is billed only once somebody signed it off.
    """

    note: Shown | None
    billing: Shown | None
    marked: Sequence[tuple[bool, str]] = ()
    besides: Sequence[str] = ()
    overlaps: Sequence[Service] = ()
    is_signed_off: bool = False

    @property
    def stops(self) -> list[Line]:
        """Every must that is not met, or not known to be: these keep a note from being signed."""
        lines = self.note.lines if self.note else ()
        return [line for line in lines if line.kind in ("must", "cannot") and line.stands in STOPPING]

    @property
    def advice(self) -> list[Line]:
        """Every should that is not followed. The writer decides."""
        lines = self.note.lines if self.note else ()
        return [line for line in lines if line.kind not in ("must", "cannot") and line.needs_someone]

    @property
    def met(self) -> list[Line]:
        """What is in order."""
        return [line for line in self.note.lines if line.stands == "yes"] if self.note else []

    @property
    def unbillable(self) -> list[Line]:
        """What keeps the service from being billed, and what holds it."""
        lines = self.billing.lines if self.billing else ()
        return [line for line in lines if line.kind in ("must", "cannot") and line.needs_someone]

    @property
    def may_bill(self) -> str:
        """May this be billed: yes, no, or held."""
        if any(line.stands in ("no", "not-yet") for line in self.unbillable):
            return "no"
        return "held" if self.unbillable else "yes"


def checks_of(actor: Membership, note: ProgressNote, *, on: datetime.date, overlaps: Sequence[Service] = ()) -> Checks:
    """The checks of a note and its service, stored or not: both are asked about as they are held here."""
    given = choices()
    service_row, note_row = _row(note.service), _row(note)
    note_row |= {"service_id": note.service.pk, "signed_on": on, "is_signed_by_giver": True}
    note_row |= {"status": str(NoteStatus.SIGNED), "amends_id": None}
    found: dict[str, Shown | None] = {}
    for rule in rules_of_notes(actor):
        answer = ask_unstored(rule, service_row, note_row, on=on, given=given)
        found[rule.id] = _unsigned(answer, COMES_WITH_SIGNING + signed_off_by(actor))
    return Checks(
        note=found.get(NOTE),
        billing=_of_billing(actor, found),
        marked=_marked(note, found.get(NOTE)),
        besides=list(_besides(note.service)),
        overlaps=overlaps,
        is_signed_off=bool(signed_off_by(actor)),
    )


def answers_of(
    actor: Membership, notes: Sequence[ProgressNote], *, on: datetime.date, only: str = "", only_open: bool = False
) -> dict[str, Shown]:
    """What the rules say about stored notes and their services as they stand, by the key of either row. With
    `only_open`, where somebody has something to do about it.
    """
    if not notes:
        return {}
    services, people = [note.service_id for note in notes], {note.participant_id for note in notes}
    given = choices()
    found: dict[str, Shown] = {}
    for rule in rules_of_notes(actor):
        if not only or rule.id == only:
            asked = ask_of_services(rule, services, people, on=on, given=given, only_open=only_open)
            found |= {key: live(answer) for key, answer in asked.items() if key not in found or _speaks(answer)}
    return found


def _speaks(answer: Answer) -> bool:
    """Of several rules on billing one speaks of what pays for the service; the others do not apply."""
    return answer.answer != DOES_NOT_APPLY


def rules_of_notes(actor: Membership) -> list[Rule]:
    """The rules of the actor's program about a note and about billing its service."""
    pack = PACKS[actor.program.pack]
    asked = (NOTE, *billing_rules(actor))
    return [rule for rule in pack.rules if rule.id in asked]


def billing_rules(actor: Membership) -> tuple[str, ...]:
    """The rules of the actor's program that say whether a service may be billed."""
    told = PACKS[actor.program.pack].billing
    return told.rules if told else (BILLING,)


def signed_off_by(actor: Membership) -> tuple[str, ...]:
    """The criterion a sign-off answers: nobody meets it before the note is signed."""
    told = PACKS[actor.program.pack].billing
    return (told.sign_off,) if told else ()


def _of_billing(actor: Membership, found: Mapping[str, Shown | None]) -> Shown | None:
    asked = [shown for rule in billing_rules(actor) if (shown := found.get(rule)) is not None]
    return next((shown for shown in asked if shown.answer != DOES_NOT_APPLY), None)


def _unsigned(answer: Answer | None, left_out: Sequence[str]) -> Shown | None:
    if answer is None:
        return None
    shown = live(answer)
    fixes = {criterion.id: criterion.fix for criterion in answer.criteria}
    kept = (line for line in shown.lines if line.id not in left_out)
    return replace(shown, lines=tuple(Checked(**vars(line), fix=fixes[line.id]) for line in kept))


def _row(record: models.Model) -> dict[str, Any]:
    return {field.column: getattr(record, field.attname) for field in record._meta.concrete_fields}


def _marked(note: ProgressNote, shown: Shown | None) -> list[tuple[bool, str]]:
    """The text with the doubted words apart; nothing where the rule does not doubt any."""
    is_doubted = shown is not None and any(line.id == WORDS and line.stands == "advice" for line in shown.lines)
    return marked(note.what_was_done or "") if is_doubted else []


def _besides(service: Service) -> Any:
    """What is no rule's to say: a plan line that does not run on the day."""
    line = service.plan_line
    if line is None or service.served_on is None:
        return
    if not (line.starts_on or service.served_on) <= service.served_on <= (line.ends_on or service.served_on):
        yield "The plan line you chose does not run on the day of the service."
