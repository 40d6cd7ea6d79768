"""What is asked about a provider in Illinois, what the state gave it, and a time in substance-use treatment."""

from __future__ import annotations

from alongside.records.models import ApprovalKind, IllinoisProvider

from . import fields
from .entry import EntryForm

GOES_ON = "The last day counts. Empty while it goes on."


class NewPeerProviderForm(EntryForm):
    """A center, clinic, practice or program in Illinois."""

    name = fields.short_text("Name")
    kind = fields.word("What it is", IllinoisProvider, "Who may bill there depends on it.")
    is_nonprofit_or_government = fields.yes_or_no("Is it a nonprofit or a local government?")
    contact_name = fields.short_text("Contact person")
    phone = fields.short_text("Phone")
    email = fields.short_text("Email")
    address = fields.short_text("Address")


class PeerProviderForm(NewPeerProviderForm):
    """The same, with its last day."""

    ended_on = fields.day("Last day", "Empty while it goes on.")


class ApprovalForm(EntryForm):
    """A license, grant, waiver or approval."""

    kind = fields.word("What the state gave", ApprovalKind)
    asked_for_on = fields.day("Asked for on")
    decided_on = fields.day("Decided on")
    attested_on = fields.day("Attested on", "Of an approval: the day of the newest yearly attestation.")
    starts_on = fields.day("In force from")
    ends_on = fields.day("In force to", GOES_ON)


class EpisodeForm(EntryForm):
    """A time in substance-use treatment."""

    starts_on = fields.day("First day of treatment")
    ends_on = fields.day("Last day of treatment", GOES_ON)
