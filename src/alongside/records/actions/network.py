"""The provider network: agreements, locations, licenses and the agency's own application, each with what proves it."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from ..media import media_type_of, plain_name, problems_of_file
from ..models import AgencyApplication, Agreement, ProvenBy, Provider, ProviderFile, ProviderLicense, ProviderLocation
from ..problems import Problem
from .recording import recording, refuse, store

if TYPE_CHECKING:
    from alongside.access.models import User

Day = datetime.date | None


def record_application(
    *,
    provider: Provider,
    contact_name: str | None = None,
    contact_phone: str | None = None,
    contact_email: str | None = None,
    answers: str | None = None,
    completed_on: Day = None,
    sent_on: Day = None,
    approved_on: Day = None,
    approved_how: str | None = None,
    on: datetime.date,
    by: User | None,
) -> AgencyApplication:
    """Record the agency's application to the Division, F-00203, as far as it is. The rest is corrected in later."""
    with recording(program_id=provider.program_id, by=by):
        application = AgencyApplication(
            program_id=provider.program_id, provider=provider, contact_name=contact_name, contact_phone=contact_phone,
            contact_email=contact_email, answers=answers, completed_on=completed_on, sent_on=sent_on,
            approved_on=approved_on, approved_how=approved_how,
        )  # fmt: skip
        return store(application, on=on)


def record_agreement(
    *,
    provider: Provider,
    form: str | None,
    signed_on: Day = None,
    signed_by: str | None = None,
    starts_on: Day = None,
    ends_on: Day = None,
    on: datetime.date,
    by: User | None,
) -> Agreement:
    """Record a provider's agreement. `form` is a word of `AgreementForm`; which is right is a rule (PRV-2)."""
    with recording(program_id=provider.program_id, by=by):
        agreement = Agreement(
            program_id=provider.program_id, provider=provider, form=form, signed_on=signed_on, signed_by=signed_by,
            starts_on=starts_on, ends_on=ends_on,
        )  # fmt: skip
        return store(agreement, on=on)


def record_location(
    *,
    provider: Provider,
    place: str | None,
    address: str | None = None,
    setting: str | None = None,
    beds: int | None = None,
    starts_on: Day = None,
    ends_on: Day = None,
    on: datetime.date,
    by: User | None,
) -> ProviderLocation:
    """Record a place a provider serves at. `setting` is a word of `Setting`."""
    with recording(program_id=provider.program_id, by=by):
        location = ProviderLocation(
            program_id=provider.program_id, provider=provider, place=place, address=address, setting=setting,
            beds=beds, starts_on=starts_on, ends_on=ends_on,
        )  # fmt: skip
        return store(location, on=on)


def record_license(
    *,
    location: ProviderLocation | None,
    kind: str | None,
    number: str | None = None,
    issuer: str | None = None,
    starts_on: Day = None,
    ends_on: Day = None,
    renewal_asked_on: Day = None,
    on: datetime.date,
    by: User | None,
) -> ProviderLicense:
    """Record a license or certificate of one location. `kind` is a word of `LicenseKind`. A renewal is a new one."""
    if location is None:
        fix = "Choose the location it is for; record the location first where it is new."
        refuse([Problem("provider_location", "nothing", "a location of this provider", fix)])
    assert location is not None
    with recording(program_id=location.program_id, by=by):
        found = ProviderLicense(
            program_id=location.program_id, provider_id=location.provider_id, provider_location=location, kind=kind,
            number=number, issuer=issuer, starts_on=starts_on, ends_on=ends_on, renewal_asked_on=renewal_asked_on,
        )  # fmt: skip
        return store(found, on=on)


def prove(*, record: Any, content: bytes, name: str, by: User | None) -> ProviderFile:
    """Keep a file that proves an application, agreement or license. What it is is told by its content."""
    with recording(program_id=record.program_id, by=by):
        refuse(problems_of_file(content))
        file = ProviderFile(
            program_id=record.program_id, provider_id=record.provider_id, kind=ProvenBy(record._meta.db_table),
            record=record.pk, name=plain_name(name), media_type=media_type_of(content), content=content, uploaded_by=by,
        )  # fmt: skip
        file.save(force_insert=True)
        return file
