"""Correcting a record somebody may be correcting at the same time."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..history import as_read, keep_change, own_changes, values_of
from ..models import Agreement, ProgramRecord
from ..problems import Conflict, Problem
from .recording import R, locked, recording, refuse, store_again

if TYPE_CHECKING:
    from alongside.access.models import User

# Given by signing.
SIGNATURES = (
    "participant_signed_on", "representative_signed_on", "representative_signed_by", "coordinator_signed_on",
    "coordinator_signed_by",
)  # fmt: skip

# What a record is and whose it is does not change; a record made for the wrong person is another record.
FIXED = {
    "id", "program", "version", "created_at", "imported_from",
    "participant", "staff", "person", "enrollment", "discharge", "service", "service_plan", "progress_note",
    "incident", "reporter", "incident_report", "amends", "amended_reason", "moved_from", "moved_reason",
    "training_class", "training_sheet", "county_signed_on", "status", "signed_on", "signed_at", "provider_location",
    "signed_by", "is_signed_by_giver", "reviewed_by", "goals", "demographics", "financials", *SIGNATURES,
}  # fmt: skip

# Signed on paper: what is recorded of it is typed, and can be mistyped.
TYPED: dict[type[ProgramRecord], set[str]] = {Agreement: {"signed_on", "signed_by"}}


def correct(
    *,
    record: R,
    version: int,
    changes: dict[str, Any],
    reason: str | None = None,
    on: datetime.date,
    by: User | None,
) -> R:
    """Change fields of the record as it was read at `version`; returns it as it stands then.

    Raises `Conflict`, with both texts, when somebody else corrected it since; `Problems` when it would not be in order.
    """
    with recording(program_id=record.program_id, by=by):
        record = locked(record)
        refuse(list(_fixed(record, changes)))
        if all(getattr(record, field) == value for field, value in changes.items()):
            return record
        if record.version != version:
            raise Conflict(record, version, changes)
        before = values_of(record, list(changes))
        for field, value in changes.items():
            setattr(record, field, value)
        record = store_again(record, fields=tuple(changes), on=on)
        keep_change(record, before, by, reason)
        return record


def correct_as_read(
    *,
    record: R,
    version: int,
    entered: dict[str, Any],
    reason: str | None = None,
    on: datetime.date,
    by: User | None,
) -> R:
    """Correct a record from a whole form that was opened at `version`.

    Only what differs from what was read then is a change. What two people changed in different fields both stands; the
    same field is a `Conflict` about that field. Raises `Problems` like `correct`.
    """
    with recording(program_id=record.program_id, by=by):
        record = locked(record)
        mine = own_changes(record, version, entered)
        now, then = values_of(record, list(mine)), as_read(record, version, list(mine))
        if all(now[field] == then[field] or now[field] == mine[field] for field in mine):
            version = record.version
        return correct(record=record, version=version, changes=mine, reason=reason, on=on, by=by)


def changeable(model: type[ProgramRecord]) -> tuple[str, ...]:
    """The fields of a model that `correct` may change."""
    fixed = FIXED - TYPED.get(model, set())
    return tuple(field.name for field in model._meta.concrete_fields if field.name not in fixed)


def _fixed(record: ProgramRecord, changes: dict[str, Any]) -> Iterator[Problem]:
    fields = changeable(type(record))
    for field in changes:
        if field not in fields:
            fix = "Leave it as it is, or make another record."
            yield Problem(field, "a change of it", f"a change of one of: {', '.join(fields)}", fix)
