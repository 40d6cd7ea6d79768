"""Notes that wait for a supervisor: which, in what order, and what the rules say about each."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from alongside.access.models import Membership
from alongside.access.note_policies import may_sign_off
from alongside.records.actions.signing import shown_to_sign
from alongside.records.models import NoteStatus, ProgressNote, SignOff, SignOffDecision
from alongside.records.models.kept import sha256

from .note_checks import answers_of
from .note_rows import minutes_of
from .shown import Line, Shown

ON_ONE_PAGE = 10
MOST = 3_000
LATELY = datetime.timedelta(days=60)
WITH = ("participant", "program", "service__staff__person", "service__plan_line", "author__person", "amends")


@dataclass(frozen=True)
class Waiting:
    """A note to read and decide about. `hash` is of what is shown; `returned` was said to the note it mends."""

    note: ProgressNote
    shown: Shown | None
    hash: str
    returned: SignOff | None
    comment: str = ""
    wrong: str = ""

    @property
    def open(self) -> list[Line]:
        """What is not met, not known, or advice not followed."""
        return [line for line in self.shown.lines if line.needs_someone] if self.shown else []

    @property
    def is_all_met(self) -> bool:
        """Whether it can be signed off together with others."""
        return self.shown is not None and self.shown.answer == "met" and not self.open

    @property
    def minutes(self) -> int | None:
        return minutes_of(self.note.service)


def waiting_for(
    actor: Membership, on: datetime.date, *, is_all: bool = False, only: UUID | None = None
) -> QuerySet[ProgressNote]:
    """Notes this actor may sign off, of two months or all: those returned and mended first, then the oldest."""
    signed = ProgressNote.objects.filter(status=NoteStatus.SIGNED, sign_offs__isnull=True)
    if only is not None:
        signed = signed.filter(pk=only)
    elif not is_all:
        signed = signed.filter(signed_on__gte=on - LATELY)
    # Their keys first, from the days they were signed on: joined with everything at once, years of notes are read.
    keys = list(signed.order_by("signed_on", "pk").values_list("pk", flat=True)[:MOST])
    own = OuterRef("pk")
    said = SignOff.objects.filter(progress_note=OuterRef("amends_id"), decision=SignOffDecision.RETURNED)
    notes = ProgressNote.objects.filter(
        ~Exists(ProgressNote.objects.filter(moved_from=own)),
        ~Exists(ProgressNote.objects.filter(amends=own, status=NoteStatus.SIGNED)),
        may_sign_off.rows(actor),
        pk__in=keys,
    )
    return notes.annotate(is_mended=Exists(said)).order_by("-is_mended", "signed_on", "pk").select_related(*WITH)


def read(actor: Membership, notes: Sequence[ProgressNote], *, on: datetime.date) -> list[Waiting]:
    """The notes as they are shown to a supervisor."""
    answers = answers_of(actor, notes, on=on, only="NOTE")
    amended = [note.amends_id for note in notes if note.amends_id]
    returned: dict[UUID, SignOff] = {
        said.progress_note_id: said
        for said in SignOff.objects.filter(progress_note__in=amended, decision=SignOffDecision.RETURNED)
    }
    return [
        Waiting(
            note=note,
            shown=answers.get(str(note.pk)),
            hash=sha256(shown_to_sign(note)[1]),
            returned=returned.get(note.amends_id) if note.amends_id else None,
        )
        for note in notes
    ]
