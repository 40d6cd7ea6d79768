"""What is entered about a provider: who it is, its locations, agreements and licenses, and the agency's application."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from alongside.records.media import TAKEN
from alongside.records.models import AgreementForm, LicenseKind, ProviderKind, ProviderLocation, Setting

from . import fields
from .entry import EntryForm

EVIDENCE = f"A scan: {TAKEN}."


def _file(label: str) -> forms.FileField:
    return forms.FileField(label=label, help_text=EVIDENCE, required=False)


class NewProviderForm(EntryForm):
    """A provider new to the network."""

    name = fields.short_text("Name", "As its agreement names it.")
    kind = fields.word("What it is", ProviderKind, "Which agreement form it signs depends on this.")
    contact_name = fields.short_text("Contact person")
    phone = fields.short_text("Phone")
    email = fields.short_text("Email")
    address = fields.short_text("Address")


class ProviderForm(NewProviderForm):
    """A provider, with its last day in the network."""

    ended_on = fields.day("Last day in the network", "Empty while it goes on.")


class LocationForm(EntryForm):
    """A place a provider serves at."""

    place = fields.short_text("What the place is called", "Such as the street, or the name of the house.")
    address = fields.short_text("Address")
    setting = fields.word("Kind of place", Setting)
    beds = fields.whole_number("Beds", "The licensed number, where the place has one.")
    starts_on = fields.day("Served from there since")
    ends_on = fields.day("Served from there until", "Empty while it goes on.")


class AgreementEntryForm(EntryForm):
    """A provider agreement."""

    form = fields.word(
        "Form",
        AgreementForm,
        "F-00312A is for individual or non-specified providers, F-00312 for all others.",
    )
    signed_on = fields.day("Signed by the provider on")
    signed_by = fields.short_text("Signed by", "Who signed for the provider.")
    starts_on = fields.day("In force from", "Empty: from its signing.")
    ends_on = fields.day("In force to", "Empty where it names no last day.")


class NewAgreementForm(AgreementEntryForm):
    """A provider agreement, with the signed form."""

    file = _file("The signed form")


class LicenseForm(EntryForm):
    """A license or certificate."""

    kind = fields.word("Which license or certificate", LicenseKind)
    number = fields.short_text("Number")
    issuer = fields.short_text("Issued by")
    starts_on = fields.day("Valid from")
    ends_on = fields.day("Valid to", "Empty where it does not end.")
    renewal_asked_on = fields.day(
        "Renewal asked for on",
        "While a renewal is pending, what has ended is not current. A granted one is recorded anew.",
    )


class NewLicenseForm(LicenseForm):
    """A license of one of the provider's locations, with the paper itself."""

    provider_location = fields.one_of("Location", [])
    file = _file("The license itself")
    field_order = ("provider_location",)

    def __init__(self, *args: Any, locations: Iterable[ProviderLocation] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.locations = {str(one.pk): one for one in locations}
        chosen = [(key, one.place or "A place not named") for key, one in self.locations.items()]
        field: Any = self.fields["provider_location"]
        field.choices = chosen if len(chosen) == 1 else [("", "Choose"), *chosen]


class ApplicationForm(EntryForm):
    """The agency's application, F-00203: the steps the state's page names, and room for what the form asks besides."""

    contact_name = fields.short_text("Contact person of the agency")
    contact_phone = fields.short_text("Their phone")
    contact_email = fields.short_text("Their email")
    answers = fields.long_text(
        "What the form asks, answered in your own words",
        "Copy the form’s questions here with your answers: F-00203 could not be read, so none is asked in its name.",
        rows=8,
    )
    completed_on = fields.day("Form completed on")
    sent_on = fields.day("Sent to the Division on", "As the form’s own instructions say.")
    approved_on = fields.day("Approved by the Division on")
    approved_how = fields.short_text("How the approval came", "Such as a letter of that day, or who wrote.")
