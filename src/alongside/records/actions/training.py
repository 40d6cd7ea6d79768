"""Orientation training as its paper says it, one session on one topic."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from ..models import StaffMember, Training
from .recording import recording, store

if TYPE_CHECKING:
    from alongside.access.models import User


def record_training(
    *,
    staff: StaffMember,
    topic: str,
    hours: Decimal | None = None,
    held_on: datetime.date | None = None,
    employee_name: str | None = None,
    employer_name: str | None = None,
    method: str | None = None,
    content: str | None = None,
    county_signed_by: str | None = None,
    imported_from: str = "",
    on: datetime.date,
    by: User | None,
) -> Training:
    """Record one session on one topic as its paper says it. What the paper leaves out stays unknown."""
    with recording(program_id=staff.program_id, by=by):
        session = Training(
            program_id=staff.program_id,
            staff=staff,
            topic=topic,
            hours=hours,
            held_on=held_on,
            employee_name=employee_name,
            employer_name=employer_name,
            method=method,
            content=content,
            county_signed_by=county_signed_by,
            imported_from=imported_from,
        )
        return store(session, on=on)
