"""The papers of somebody who serves: background checks, what calls for a new one, certificates."""

from __future__ import annotations

from django import forms

from alongside.records.models import CredentialKind

from . import fields
from .entry import EntryForm

ON_FILE = "The day on the paper. Empty while it is not on file."


class CheckForm(EntryForm):
    """A caregiver background check with its three items."""

    completed_on = fields.day("Day of the check", "The next one is due four years after it.")
    disclosure_on = fields.day("Disclosure form F-82064", ON_FILE)
    justice_on = fields.day("Answer of the Department of Justice", ON_FILE)
    letter_on = fields.day("Response letter of the Department of Health Services", ON_FILE)
    confirmed_on = fields.day("Confirmed on F-02565", "The day the confirmation was signed.")


class ChangeForm(EntryForm):
    """Something that calls for a new background check."""

    known_on = fields.day("Day it became known")
    what = fields.long_text(
        "What became known",
        "An arrest, a conviction, an investigation. Those who run the program read it, nobody else.",
        3,
    )


class CertificateForm(EntryForm):
    """A certificate, with its number, issuer and renewal."""

    kind = fields.word("Which certificate", CredentialKind)
    number = fields.short_text("Number")
    issuer = fields.short_text("Issued by")
    issued_on = fields.day("Valid from")
    expires_on = fields.day("Valid to", "A renewal is recorded as a certificate of its own.")
    renewal_asked_on = fields.day("Renewal asked for on")
    education_hours = forms.DecimalField(
        label="Continuing education since it was issued, in hours",
        help_text="A peer specialist’s renewal asks for 20 hours in two years.",
        required=False, min_value=0, max_digits=6, decimal_places=2,
    )  # fmt: skip
