"""Notes that wait for a supervisor: which, in what order, and what the rules say about each."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from alongside.access.models import Membership
from alongside.access.note_policies import waits_for
from alongside.records.actions.signing import hashes_to_sign
from alongside.records.models import ProgressNote, SignOff, SignOffDecision, WaitingNote

from .note_checks import answers_of
from .note_rows import minutes_of
from .shown import Line, Shown
from .sign_off_tiers import Tiered, asked_of_signer

ON_ONE_PAGE = 50
MOST = 1_000
LATELY = datetime.timedelta(days=60)
WITH = ("participant", "service__staff__person", "service__plan_line", "author__person")


@dataclass(frozen=True)
class Waiting:
    """A note to read and decide about. `hash` is of what is shown; `returned` was said to the note it mends; `tier` is
    what its service needs of whoever signs it off, where the rules ask for that.
    """

    note: ProgressNote
    shown: Shown | None
    hash: str
    returned: SignOff | None
    tier: Tiered | None = None
    comment: str = ""
    wrong: str = ""

    @property
    def open(self) -> list[Line]:
        """What is not met, not known, or advice not followed."""
        return [line for line in self.shown.lines if line.needs_someone] if self.shown else []

    @property
    def is_all_met(self) -> bool:
        """Whether it can be signed off together with others."""
        if self.shown is None or (self.tier and self.tier.refusal):
            return False
        return self.shown.answer == "met" and not self.open

    @property
    def minutes(self) -> int | None:
        return minutes_of(self.note.service)


def waiting_for(
    actor: Membership, on: datetime.date, *, is_all: bool = False, only: UUID | None = None
) -> QuerySet[WaitingNote]:
    """Notes this actor may sign off, of two months or all: those returned and mended first, then the oldest."""
    waiting = WaitingNote.objects.filter(waits_for(actor))
    if only is not None:
        waiting = waiting.filter(progress_note=only)
    elif not is_all:
        waiting = waiting.filter(signed_on__gte=on - LATELY)
    return waiting.order_by("-is_mended", "signed_on", "progress_note")


def notes_of(waiting: QuerySet[WaitingNote], keys: Sequence[UUID]) -> list[ProgressNote]:
    """Those of these notes that wait, with everything a supervisor is shown, in the order of the keys."""
    still = list(waiting.filter(progress_note__in=keys).values_list("progress_note", flat=True))
    few = ProgressNote.objects.order_by().filter(pk__in=still).select_related(*WITH)
    held = {note.pk: note for note in few}
    return [held[key] for key in keys if key in held]


def one_page(waiting: QuerySet[WaitingNote], page: str | None) -> tuple[Page[UUID], bool]:
    """A page of the queue: the keys of notes among the first `MOST`, and whether still more wait."""
    # All keys at once: counting them would read the same rows a second time.
    found = list(waiting.values_list("progress_note", flat=True)[: MOST + 1])
    return Paginator(found[:MOST], ON_ONE_PAGE).get_page(page), len(found) > MOST


def read(actor: Membership, notes: Sequence[ProgressNote], *, on: datetime.date) -> list[Waiting]:
    """The notes as they are shown to a supervisor."""
    for note in notes:
        note.program = actor.program
    answers = answers_of(actor, notes, on=on, only="NOTE")
    of_signer = asked_of_signer(actor, notes, on)
    hashes = hashes_to_sign(notes)
    amended = [note.amends_id for note in notes if note.amends_id]
    returned: dict[UUID, SignOff] = (
        {
            said.progress_note_id: said
            for said in SignOff.objects.filter(progress_note__in=amended, decision=SignOffDecision.RETURNED)
        }
        if amended
        else {}
    )
    return [
        Waiting(
            note=note,
            shown=answers.get(str(note.pk)) or of_signer.get(str(note.pk), (None, None))[0],
            hash=hashes[note.pk],
            returned=returned.get(note.amends_id) if note.amends_id else None,
            tier=of_signer.get(str(note.pk), (None, None))[1],
        )
        for note in notes
    ]
