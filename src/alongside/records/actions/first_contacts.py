"""How somebody comes to the program: the first contact, and an enrollment refused."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ..models import FirstContact, Participant
from ..problems import Problem
from .recording import locked, recording, refuse, store, store_again

if TYPE_CHECKING:
    from alongside.access.models import Program, User


def record_first_contact(
    *,
    program: Program,
    medicaid_id: str,
    family_name: str,
    given_name: str = "",
    born_on: datetime.date | None = None,
    contacted_on: datetime.date,
    requested_services: str | None = None,
    on: datetime.date,
    by: User | None,
) -> FirstContact:
    """Record somebody new who asks for services. What is then gathered about them leads to `enroll_again` or to
    `refuse_enrollment`: a participant who is known, but not enrolled."""
    with recording(program_id=program.pk, by=by):
        participant = Participant(
            program_id=program.pk,
            medicaid_id=medicaid_id,
            family_name=family_name,
            given_name=given_name,
            born_on=born_on,
        )
        store(participant, on=on)
        return _contact(participant, contacted_on, requested_services, on)


def record_return(
    *,
    participant: Participant,
    contacted_on: datetime.date,
    requested_services: str | None = None,
    on: datetime.date,
    by: User | None,
) -> FirstContact:
    """Record that somebody known to the program asks for services again."""
    with recording(program_id=participant.program_id, by=by):
        return _contact(participant, contacted_on, requested_services, on)


def refuse_enrollment(
    *, contact: FirstContact, refused_on: datetime.date, reasons: str, on: datetime.date, by: User | None
) -> FirstContact:
    """Record that a first contact led to no enrollment, and every reason for it."""
    with recording(program_id=contact.program_id, by=by):
        contact = locked(contact)
        if contact.refused_on is not None:
            fix = "Record a new first contact when they ask again."
            refuse([Problem("refused_on", f"a refusal of {contact.refused_on}", "none yet", fix)])
        if enrolled := contact.participant.enrollments.open().first():
            fix = "Discharge them, or correct that enrollment."
            found = f"an enrollment since {enrolled.enrolled_on}"
            refuse([Problem("refused_on", found, "a participant who is not enrolled", fix)])
        contact.refused_on, contact.refused_reasons = refused_on, reasons
        return store_again(contact, fields=("refused_on", "refused_reasons"), on=on)


def _contact(
    participant: Participant, contacted_on: datetime.date, requested_services: str | None, on: datetime.date
) -> FirstContact:
    contact = FirstContact(
        program_id=participant.program_id,
        participant=participant,
        contacted_on=contacted_on,
        requested_services=requested_services,
    )
    return store(contact, on=on)
