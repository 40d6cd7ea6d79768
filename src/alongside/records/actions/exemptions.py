"""Exemptions from orientation training: written, sent to the Division, decided by it."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from ..models import Exemption, StaffMember
from ..problems import Problem
from .recording import locked, recording, refuse, store, store_again

if TYPE_CHECKING:
    from alongside.access.models import User


def request_exemption(
    *,
    staff: StaffMember,
    topic: str,
    requested_on: datetime.date | None = None,
    sent_by: str | None = None,
    hours: Decimal | None = None,
    completed_on: datetime.date | None = None,
    is_duplicative: bool | None = None,
    rule_citation: str | None = None,
    is_documented: bool | None = None,
    imported_from: str = "",
    on: datetime.date,
    by: User | None,
) -> Exemption:
    """Record a request to spare a staff member one topic. Without `requested_on` it is written and not sent yet."""
    with recording(program_id=staff.program_id, by=by):
        exemption = Exemption(
            program_id=staff.program_id,
            staff=staff,
            topic=topic,
            hours=hours,
            requested_on=requested_on,
            sent_by=sent_by,
            completed_on=completed_on,
            is_duplicative=is_duplicative,
            rule_citation=rule_citation,
            is_documented=is_documented,
            imported_from=imported_from,
        )
        return store(exemption, on=on)


def send_exemptions(
    *, exemptions: list[Exemption], requested_on: datetime.date, sent_by: str, on: datetime.date, by: User | None
) -> list[Exemption]:
    """Record who sent these requests to the Division, and on which day. All of them, or none and `Problems`."""
    if not exemptions:
        refuse([Problem("requests", "none", "a request not sent yet", "Write the request first.")])
    with recording(program_id=exemptions[0].program_id, by=by):
        return [_sent(locked(one), requested_on, sent_by, on) for one in exemptions]


def _sent(exemption: Exemption, requested_on: datetime.date, sent_by: str, on: datetime.date) -> Exemption:
    if exemption.requested_on is not None:
        found = f"a request sent on {exemption.requested_on}"
        refuse([Problem("requested_on", found, "one not sent yet", "Nothing is left to do.")])
    exemption.requested_on, exemption.sent_by = requested_on, sent_by
    return store_again(exemption, fields=("requested_on", "sent_by"), on=on)


def document_exemption(*, exemption: Exemption, on: datetime.date, by: User | None) -> Exemption:
    """Record that there is documentation of the earlier training: a file was kept with the request."""
    with recording(program_id=exemption.program_id, by=by):
        exemption = locked(exemption)
        if exemption.is_documented:
            return exemption
        exemption.is_documented = True
        return store_again(exemption, fields=("is_documented",), on=on)


def decide_exemption(
    *,
    exemption: Exemption,
    decision: str,
    decided_on: datetime.date,
    decided_by: str | None = None,
    on: datetime.date,
    by: User | None,
) -> Exemption:
    """Record what the Division decided, once. `decision` is a word of `ExemptionDecision`; `decided_by` who there."""
    with recording(program_id=exemption.program_id, by=by):
        exemption = locked(exemption)
        if exemption.decision is not None:
            found = f"{exemption.decision} on {exemption.decided_on}"
            fix = "Correct that decision, or record a new request."
            refuse([Problem("decision", found, "a request not yet decided", fix)])
        if exemption.requested_on is None:
            fix = "Record who sent it to the Division and when; then its decision."
            refuse([Problem("decision", "a request not sent yet", "one that was sent", fix)])
        exemption.decision, exemption.decided_on, exemption.decided_by = decision, decided_on, decided_by
        return store_again(exemption, fields=("decision", "decided_on", "decided_by"), on=on)
