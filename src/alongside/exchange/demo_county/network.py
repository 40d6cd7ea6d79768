"""The provider network of the demo county: applications, agreements, locations and licenses, most of them in order."""

from __future__ import annotations

import random

from alongside.records.models import (
    AgencyApplication,
    Agreement,
    AgreementForm,
    BackgroundCheck,
    LicenseKind,
    Provider,
    ProviderKind,
    ProviderLicense,
    ProviderLocation,
    Setting,
)  # fmt: skip

from .shelf import Shelf, before

# Name, what it is, contact person, and how many days ago it signed its agreement.
MORE = (
    ("Willow Court Apartments", ProviderKind.RCAC, "Fern Larch", 610),
    ("Plum Creek Home Care", ProviderKind.SUPPORTIVE_HOME_CARE, "Ash Finch", 300),
    ("Hazel Sparrow, employment specialist", ProviderKind.INDIVIDUAL, "Hazel Sparrow", 95),
)
CONTACTS = ("Iris Bunting", "Basil Crane", "Olive Thrush", "Reed Warbler", "Sage Martin")
LICENSES = {
    ProviderKind.CBRF: (LicenseKind.DHS_83, Setting.CBRF, 8),
    ProviderKind.ADULT_FAMILY_HOME: (LicenseKind.DHS_88, Setting.ADULT_FAMILY_HOME, 4),
    ProviderKind.RCAC: (LicenseKind.DHS_89, Setting.RCAC, 24),
}


def add_network(shelf: Shelf, *, is_troubled: bool) -> None:
    """Put the papers of every provider on the shelf.

    With trouble there are three providers more, one of them on the wrong form; one license ends next month, the renewal
    of another is pending past its end, and the letter of one background check is missing.
    """
    chance = random.Random(f"network {is_troubled}")  # what follows draws as before
    own = Shelf(program_id=shelf.program_id, on=shelf.on, chance=chance)
    for provider, contact in zip(shelf.of(Provider), CONTACTS, strict=False):
        provider.contact_name, provider.phone = contact, "608 555 0142"
        _add_papers(own, provider, signed=400)
    if is_troubled:
        for name, kind, contact, signed in MORE:
            made = own.add(Provider, name=name, kind=kind, contact_name=contact, phone="608 555 0167")
            _add_papers(own, made, signed=signed, is_wrong_form=kind == ProviderKind.INDIVIDUAL)
        _add_trouble(own, shelf.of(Provider))
        shelf.of(BackgroundCheck)[20].letter_on = None
    for model, rows in own.rows.items():
        shelf.rows[model] += rows


def _add_papers(shelf: Shelf, provider: Provider, *, signed: int, is_wrong_form: bool = False) -> None:
    if provider.kind == ProviderKind.PROGRAM_AGENCY:
        shelf.add(
            AgencyApplication, provider=provider, contact_name=provider.contact_name,
            completed_on=before(shelf.on, 1500), sent_on=before(shelf.on, 1490), approved_on=before(shelf.on, 1430),
            answers="Services offered: community living supportive services, peer support, supported employment.",
            approved_how="Letter of that day",
        )  # fmt: skip
        return
    is_person = (provider.kind == ProviderKind.INDIVIDUAL) != is_wrong_form
    form = AgreementForm.F_00312A if is_person else AgreementForm.F_00312
    signed_on = before(shelf.on, signed)
    shelf.add(Agreement, provider=provider, form=form, signed_on=signed_on, signed_by=provider.contact_name)
    if provider.kind in LICENSES:
        _add_place(shelf, provider, provider.name, ends_in=410)


def _add_place(shelf: Shelf, provider: Provider, place: str, *, ends_in: int, asked_ago: int | None = None) -> None:
    """A location with a license of two years that ends in so many days."""
    kind, setting, beds = LICENSES[ProviderKind(str(provider.kind))]
    location = shelf.add(
        ProviderLocation, provider=provider, place=place, address=f"{beds} Catkin Lane", setting=setting, beds=beds,
        starts_on=before(shelf.on, 900),
    )  # fmt: skip
    shelf.add(
        ProviderLicense, provider=provider, provider_location=location, kind=kind,
        number=f"WI-{beds}-0{ends_in % 97:02d}", issuer="Division of Quality Assurance",
        starts_on=before(shelf.on, 730 - ends_in), ends_on=before(shelf.on, -ends_in),
        renewal_asked_on=None if asked_ago is None else before(shelf.on, asked_ago),
    )  # fmt: skip


def _add_trouble(shelf: Shelf, providers: list[Provider]) -> None:
    by_kind = {provider.kind: provider for provider in providers}
    _add_place(shelf, by_kind[ProviderKind.ADULT_FAMILY_HOME], "Lakeside, house by the pier", ends_in=25)
    _add_place(shelf, by_kind[ProviderKind.CBRF], "Cedar House, garden wing", ends_in=-10, asked_ago=40)
