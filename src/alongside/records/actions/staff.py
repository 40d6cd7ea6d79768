"""Providers and the people who work for them: hired, qualified, checked, gone."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from ..models import BackgroundCheck, ChangedCircumstance, Credential, Person, Provider, StaffMember
from .recording import locked, recording, store, store_again

if TYPE_CHECKING:
    from alongside.access.models import Program, User


def add_provider(
    *,
    program: Program,
    name: str,
    kind: str | None = None,
    phone: str | None = None,
    contact_name: str | None = None,
    email: str | None = None,
    address: str | None = None,
    is_nonprofit_or_government: bool | None = None,
    imported_from: str = "",
    on: datetime.date,
    by: User | None,
) -> Provider:
    """Record a provider of the program. `kind` is a word of `ProviderKind`, in Illinois of `IllinoisProvider`."""
    with recording(program_id=program.pk, by=by):
        provider = Provider(
            program_id=program.pk, name=name, kind=kind, phone=phone, contact_name=contact_name, email=email,
            address=address, is_nonprofit_or_government=is_nonprofit_or_government, imported_from=imported_from,
        )  # fmt: skip
        return store(provider, on=on)


def hire(
    *,
    program: Program,
    staff_number: str,
    family_name: str = "",
    given_name: str = "",
    person: Person | None = None,
    provider: Provider | None = None,
    title: str | None = None,
    started_on: datetime.date,
    imported_from: str = "",
    on: datetime.date,
    by: User | None,
) -> StaffMember:
    """Record a staff member. Give `person` for somebody's second job, the names for somebody new."""
    with recording(program_id=program.pk, by=by):
        if person is None:
            person = Person(
                program_id=program.pk, family_name=family_name, given_name=given_name, imported_from=imported_from
            )
            store(person, on=on)
        staff = StaffMember(
            program_id=program.pk,
            person=person,
            provider=provider,
            staff_number=staff_number,
            title=title,
            started_on=started_on,
            imported_from=imported_from,
        )
        return store(staff, on=on)


def end_employment(*, staff: StaffMember, ended_on: datetime.date, on: datetime.date, by: User | None) -> StaffMember:
    """Record the last day of employment."""
    with recording(program_id=staff.program_id, by=by):
        staff = locked(staff)
        staff.ended_on = ended_on
        return store_again(staff, fields=("ended_on",), on=on)


def record_credential(
    *,
    staff: StaffMember,
    kind: str,
    number: str | None = None,
    issuer: str | None = None,
    issued_on: datetime.date | None = None,
    expires_on: datetime.date | None = None,
    renewal_asked_on: datetime.date | None = None,
    education_hours: Decimal | None = None,
    imported_from: str = "",
    on: datetime.date,
    by: User | None,
) -> Credential:
    """Record a qualification. `kind` is a word of `CredentialKind`."""
    with recording(program_id=staff.program_id, by=by):
        credential = Credential(
            program_id=staff.program_id,
            staff=staff,
            kind=kind,
            number=number,
            issuer=issuer,
            issued_on=issued_on,
            expires_on=expires_on,
            renewal_asked_on=renewal_asked_on,
            education_hours=education_hours,
            imported_from=imported_from,
        )
        return store(credential, on=on)


def record_background_check(
    *,
    staff: StaffMember,
    completed_on: datetime.date | None,
    confirmed_on: datetime.date | None = None,
    disclosure_on: datetime.date | None = None,
    justice_on: datetime.date | None = None,
    letter_on: datetime.date | None = None,
    imported_from: str = "",
    on: datetime.date,
    by: User | None,
) -> BackgroundCheck:
    """Record a caregiver background check: its day, its confirmation on F-02565, and the day of each item on file."""
    with recording(program_id=staff.program_id, by=by):
        check = BackgroundCheck(
            program_id=staff.program_id, staff=staff, completed_on=completed_on, confirmed_on=confirmed_on,
            disclosure_on=disclosure_on, justice_on=justice_on, letter_on=letter_on, imported_from=imported_from,
        )  # fmt: skip
        return store(check, on=on)


def record_changed_circumstance(
    *, staff: StaffMember, known_on: datetime.date | None, what: str | None = None, on: datetime.date, by: User | None
) -> ChangedCircumstance:
    """Record that something became known that calls for a new background check, such as an arrest."""
    with recording(program_id=staff.program_id, by=by):
        change = ChangedCircumstance(program_id=staff.program_id, staff=staff, known_on=known_on, what=what)
        return store(change, on=on)
