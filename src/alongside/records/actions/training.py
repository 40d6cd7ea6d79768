"""Orientation training as it was recorded, and exemptions from it."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from ..models import Exemption, StaffMember, Training
from ..problems import Problem
from .recording import locked, recording, refuse, store, store_again

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


def request_exemption(
    *,
    staff: StaffMember,
    topic: str,
    requested_on: datetime.date,
    hours: Decimal | None = None,
    completed_on: datetime.date | None = None,
    is_duplicative: bool | None = None,
    rule_citation: str | None = None,
    is_documented: bool | None = None,
    imported_from: str = "",
    on: datetime.date,
    by: User | None,
) -> Exemption:
    """Record that the Division was asked to spare a staff member one topic."""
    with recording(program_id=staff.program_id, by=by):
        exemption = Exemption(
            program_id=staff.program_id,
            staff=staff,
            topic=topic,
            hours=hours,
            requested_on=requested_on,
            completed_on=completed_on,
            is_duplicative=is_duplicative,
            rule_citation=rule_citation,
            is_documented=is_documented,
            imported_from=imported_from,
        )
        return store(exemption, on=on)


def decide_exemption(
    *, exemption: Exemption, decision: str, decided_on: datetime.date, on: datetime.date, by: User | None
) -> Exemption:
    """Record what the Division decided, once. `decision` is a word of `ExemptionDecision`."""
    with recording(program_id=exemption.program_id, by=by):
        exemption = locked(exemption)
        if exemption.decision is not None:
            found = f"{exemption.decision} on {exemption.decided_on}"
            fix = "Correct that decision, or record a new request."
            refuse([Problem("decision", found, "a request not yet decided", fix)])
        exemption.decision, exemption.decided_on = decision, decided_on
        return store_again(exemption, fields=("decision", "decided_on"), on=on)
