"""Whose a record is: a participant's, or a staff member's. Pages about both read it the same way."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from alongside.records.models import ProgramRecord


def fetched_along(model: type[ProgramRecord]) -> tuple[str, ...]:
    """What a page of one record needs besides: whose it is, the program and, of a note, the service."""
    names = {field.name for field in model._meta.concrete_fields}
    if "participant" not in names:
        return ("staff__person", "staff__provider", "program")
    return ("participant", "program", *(("service",) if "service" in names else ()))


def about(record: Any) -> UUID:
    """The key of the participant or, where there is none, of the staff member. The ledger keeps it as the subject."""
    key: UUID = getattr(record, "participant_id", None) or record.staff_id
    return key
