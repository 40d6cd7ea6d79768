"""Hours and units on the way to a peer's certificate, and the application for it."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from ..models import Credential, CredentialApplication, CredentialDomain, CredentialHours, CredentialPart, StaffMember
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
        if part == CredentialPart.RENEWAL:
            _add_units(logged, on=on)
        elif part == CredentialPart.TRAINING:
            _add_training(logged, on=on)
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


def _add_units(logged: CredentialHours, *, on: datetime.date) -> None:
    if logged.done_on is None or logged.hours is None:
        return
    held = Credential.objects.filter(staff=logged.staff, kind=logged.kind).current(logged.done_on).first()
    columns = COUNTED_IN.get(CredentialDomain(logged.domain), ()) if logged.domain else ()
    if held is None or not columns:
        return
    held = locked(held)
    for name in columns:
        setattr(held, name, (getattr(held, name) or Decimal(0)) + logged.hours)
    store_again(held, fields=columns, on=on)


def _add_training(logged: CredentialHours, *, on: datetime.date) -> None:
    if logged.done_on is None or logged.hours is None:
        return
    asked = CredentialApplication.objects.filter(staff=logged.staff, kind=logged.kind, completed_on=None)
    application = asked.order_by("-opened_on").first()
    if application is None:
        return
    application = locked(application)
    application.training_hours = (application.training_hours or Decimal(0)) + logged.hours
    store_again(application, fields=("training_hours",), on=on)
