"""Amending a signed assessment, support plan, incident report or discharge summary."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from ..models import Assessment, DischargeSummary, Document, IncidentReport, ProgramRecord, SupportPlan
from ..problems import Problem
from ..snapshots import kind_of
from .corrections import SIGNATURES, changeable
from .recording import locked, recording, refuse, store

if TYPE_CHECKING:
    from alongside.access.models import User

R = TypeVar("R", Assessment, SupportPlan, IncidentReport, DischargeSummary)

BELONGING = ("program", "participant", "discharge", "incident", "reporter")


def amend(*, record: R, reason: str, changes: dict[str, Any], on: datetime.date, by: User | None) -> R:
    """Write a new record that names the signed one and says why. What is not changed is taken over, but no signature.

    Service plans and progress notes have actions of their own. Raises `Problems`.
    """
    model = type(record)
    with recording(program_id=record.program_id, by=by):
        record = locked(record)
        texts = changeable(model)
        refuse([_not_a_text(name, texts) for name in changes if name not in texts])
        if not is_signed(record):
            refuse([Problem(record._meta.db_table, "one nobody signed", "a signed one", "Correct it where it stands.")])
        if model._default_manager.filter(amends=record).exists():
            fix = "Open the amendment. Once it is signed, amend that one."
            refuse([Problem("amends", "one that is amended already", "the newest one", fix)])
        held = [*texts, *(name for name in BELONGING if hasattr(record, name))]
        kept = {name: getattr(record, name) for name in held} | changes
        kept.pop("reviewed_on", None)  # whoever reviewed the report reads its amendment anew
        return store(model(**kept, amends=record, amended_reason=reason), on=on)


def is_signed(record: ProgramRecord) -> bool:
    """Whether anybody signed it, here or on paper, so that it stays as it is."""
    return any(getattr(record, day, None) for day in SIGNATURES) or Document.of(kind_of(record), record.pk) is not None


def _not_a_text(name: str, texts: tuple[str, ...]) -> Problem:
    expected = f"a change of one of: {', '.join(texts)}"
    return Problem(name, "a change of it", expected, "Leave it as it is; signatures are given by signing.")
