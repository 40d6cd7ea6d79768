"""What a signature leaves on the record itself: the days and names the facts know, and the note's own state."""

from __future__ import annotations

import datetime
from typing import Any

from ..models import (
    ACTING,
    Capacity,
    Document,
    IncidentReport,
    NoteStatus,
    ProgressNote,
    SignOff,
    SignOffDecision,
    TrainingSheet,
)
from ..problems import Problem, nothing
from .notes import frozen, moved
from .recording import store, store_again
from .signers import Signer
from .training_signed import mark_sheet, problems_of_sheet


def problems_of_record(record: Any, document: Document | None, signer: Signer) -> list[Problem]:
    """What keeps this record from being signed by this signer."""
    if isinstance(record, ProgressNote):
        return _of_note(record, signer)
    day = getattr(record, _column(signer), None)
    if day and (signer.capacity not in ACTING or document is None):
        fix = "Nothing is left to do; a changed one is an amendment and is signed anew."
        return [Problem(_column(signer), f"a signature of {day}", "none yet", fix)]
    if isinstance(record, TrainingSheet):
        return problems_of_sheet(record, signer.signed_on)
    if type(record)._default_manager.filter(amends=record).exists() and document is None:
        return [Problem("record", "one that was amended", "the amendment", "Sign the amendment.")]
    return []


def mark(record: Any, signer: Signer, at: datetime.datetime) -> None:
    """Write on the record who signed it, where the record has a place for that."""
    if isinstance(record, ProgressNote):
        _mark_note(record, signer, at)
        return
    if isinstance(record, TrainingSheet):
        mark_sheet(record, signer)
    if isinstance(record, IncidentReport):
        if record.signed_on is None:
            record.signed_on = signer.signed_on
            store_again(record, fields=("signed_on",), on=signer.on)
        return
    column = _column(signer)
    if not hasattr(record, column) or getattr(record, column):
        return
    said = {column: signer.signed_on}
    by = column.replace("_signed_on", "_signed_by")
    if hasattr(record, by):
        said[by] = signer.name(record.participant)
    for field, value in said.items():
        setattr(record, field, value)
    store_again(record, fields=tuple(said), on=signer.on)


def _column(signer: Signer) -> str:
    return f"{'representative' if signer.capacity in ACTING else signer.capacity}_signed_on"


def _of_note(note: ProgressNote, signer: Signer) -> list[Problem]:
    if signer.capacity != Capacity.SUPERVISOR:
        who = [] if signer.staff else [Problem("staff", "nobody", "the staff member who signs", "Name them.")]
        return frozen(note) or ([] if note.what_was_done else [nothing("what_was_done")]) or who
    if not note.is_signed:
        return [Problem("progress_note", "a draft", "a signed note", "Ask its author to sign it.")]
    if note.sign_offs.exists():
        fix = "Read what was said about it."
        return [Problem("progress_note", "a note signed off or returned", "one nobody decided about", fix)]
    return moved(note)


def _mark_note(note: ProgressNote, signer: Signer, at: datetime.datetime) -> None:
    if signer.capacity == Capacity.SUPERVISOR:
        said = SignOff(
            program_id=note.program_id,
            participant_id=note.participant_id,
            progress_note=note,
            supervisor=signer.staff,
            decision=SignOffDecision.SIGNED_OFF,
            decided_on=signer.on,
            decided_by=signer.name(note.participant),
        )
        store(said, on=signer.on)
        return
    note.status, note.signed_on, note.signed_at = NoteStatus.SIGNED, signer.on, at
    note.signed_by = signer.name(note.participant)
    if note.service.staff is not None and signer.staff is not None:
        note.is_signed_by_giver = note.service.staff.person_id == signer.staff.person_id
    store_again(note, fields=("status", "signed_on", "signed_at", "signed_by", "is_signed_by_giver"), on=signer.on)
