"""Which form a program's notes are written in, and what it starts from."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from alongside.access.models import Membership
from alongside.records.models import Participant, PlanLine, ProgressNote, Service
from alongside.reviews.roles_held import roles_held

from .entry import EntryForm
from .forms_notes import AmendForm, NoteForm, NoteTexts, as_typed
from .forms_peer_notes import PeerAmendForm, PeerNoteForm, PeerTexts, given_as_typed
from .peer_programs import is_of_peers


def note_form(actor: Membership, giver: UUID | None, lines: list[PlanLine]) -> Callable[..., NoteForm]:
    """The form of a service and its note, to be filled. `giver` is the staff member who gave it."""
    if not is_of_peers(actor):
        return partial(NoteForm, lines=lines)
    known: dict[datetime.date, list[str]] = {}

    def held(on: datetime.date) -> list[str]:
        if on not in known:
            known[on] = roles_held(giver, on) if giver else []
        return known[on]

    return partial(PeerNoteForm, lines=lines, roles_on=held)


def texts_form(actor: Membership) -> type[EntryForm]:
    """The form of the texts alone: those of an amendment's draft."""
    return PeerTexts if is_of_peers(actor) else NoteTexts


def amend_form(actor: Membership) -> type[EntryForm]:
    """The form an amendment begins with."""
    return PeerAmendForm if is_of_peers(actor) else AmendForm


def started(actor: Membership, person: Participant, giver: UUID | None) -> dict[str, Any]:
    """What a new note starts from: who paid the last time this giver served this participant."""
    if not is_of_peers(actor) or giver is None:
        return {}
    last = Service.objects.filter(participant=person, staff_id=giver).order_by("-served_on", "-created_at").first()
    return {"funding": last.funding, "modality": last.modality} if last else {}


def draft_as_typed(actor: Membership, note: ProgressNote) -> dict[str, Any]:
    """What the form of a draft starts from."""
    return as_typed(note) | (given_as_typed(note.service) if is_of_peers(actor) else {})
