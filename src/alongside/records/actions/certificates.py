"""Hours and units on the way to a peer's certificate, and the application for it."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from ..models import (
    Credential,
    CredentialApplication,
    CredentialDomain,
    CredentialHours,
    CredentialPart,
    StaffMember,
)
from .corrections import correct
from .recording import locked, recording, store, store_again

if TYPE_CHECKING:
    from alongside.access.models import User

Day = datetime.date | None
# The columns of a credential in which units of a domain are summed up; ethics lie within a CPRS's own domains.
COUNTED_IN = {
    CredentialDomain.CRSS_SPECIFIC: ("specific_hours",),
    CredentialDomain.CPRS_SPECIFIC: ("specific_hours",),
    CredentialDomain.ETHICS: ("specific_hours", "ethics_hours"),
    CredentialDomain.CORE: ("core_hours",),
}


def log_hours(
    *,
    staff: StaffMember,
    kind: str | None,
    part: str | None,
    domain: str | None,
    done_on: Day,
    hours: Decimal | None,
    what: str | None = None,
    on: datetime.date,
    by: User | None,
) -> CredentialHours:
    """Log hours or units. `kind` is a word of `PeerCredential`, `part` and `domain` of theirs. Raises `Problems`.

    Units for renewal are added to the credential in force that day, hours of training to the application that is open.
    """
    with recording(program_id=staff.program_id, by=by):
        logged = store(
            CredentialHours(
                program_id=staff.program_id, staff=staff, kind=kind, part=part, domain=domain, done_on=done_on,
                hours=hours, what=what,
            ), on=on,
        )  # fmt: skip
        _count(logged, 1, on=on)
        return logged


def open_application(
    *,
    staff: StaffMember,
    kind: str | None,
    opened_on: Day,
    completed_on: Day = None,
    training_hours: Decimal | None = None,
    on: datetime.date,
    by: User | None,
) -> CredentialApplication:
    """Record an application to the Board. `kind` is a word of `PeerCredential`. Raises `Problems`."""
    with recording(program_id=staff.program_id, by=by):
        application = CredentialApplication(
            program_id=staff.program_id, staff=staff, kind=kind, opened_on=opened_on, completed_on=completed_on,
            training_hours=training_hours,
        )  # fmt: skip
        return store(application, on=on)


def correct_hours(
    *, logged: CredentialHours, version: int, changes: dict[str, Any], on: datetime.date, by: User | None
) -> CredentialHours:
    """Correct hours as they were read at `version`: what they were added to loses them, and gains what they are now.
    Raises `Problems`, or `Conflict` where somebody else corrected them since."""
    with recording(program_id=logged.program_id, by=by):
        before = CredentialHours.objects.get(pk=logged.pk)
        corrected = correct(record=logged, version=version, changes=changes, on=on, by=by)
        if corrected.version != before.version:
            _count(before, -1, on=on)
            _count(corrected, 1, on=on)
        return corrected


def _count(logged: CredentialHours, sign: int, *, on: datetime.date) -> None:
    """Add hours to what they count toward, or take them away again."""
    if logged.done_on is None or logged.hours is None:
        return
    if logged.part == CredentialPart.RENEWAL:
        held = Credential.objects.filter(staff=logged.staff, kind=logged.kind).current(logged.done_on).first()
        columns = COUNTED_IN.get(CredentialDomain(logged.domain), ()) if logged.domain else ()
        if held is not None and columns:
            # Where a sum of all hours was recorded by itself, the rule looks at that one.
            in_all = ("education_hours",) if held.education_hours is not None else ()
            _add(held, (*columns, *in_all), logged.hours * sign, on=on)
    elif logged.part == CredentialPart.TRAINING:
        asked = CredentialApplication.objects.filter(staff=logged.staff, kind=logged.kind, completed_on=None)
        if application := asked.order_by("-opened_on").first():
            _add(application, ("training_hours",), logged.hours * sign, on=on)


def _add(
    record: Credential | CredentialApplication, columns: tuple[str, ...], hours: Decimal, *, on: datetime.date
) -> None:
    record = locked(record)
    for name in columns:
        setattr(record, name, max((getattr(record, name) or Decimal(0)) + hours, Decimal(0)) or None)
    store_again(record, fields=columns, on=on)
