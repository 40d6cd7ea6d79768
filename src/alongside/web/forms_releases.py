"""What is asked about a consent, its revocation, and a disclosure."""

from __future__ import annotations

from alongside.records.models import RecipientKind, RecordClass, ReleasePurpose, WithoutConsent
from alongside.records.releasing import Asked, Seat

from . import fields
from .entry import EntryForm, Values

# What stays among those who work in the program does not go out.
TO_OUTSIDE = [one for one in WithoutConsent if one != WithoutConsent.PROGRAM_STAFF]
RECIPIENT = "The name as it stands on the consent."


class _Covering(EntryForm):
    """Which records; each kind asked for itself, so that none is let out by not looking."""

    @property
    def classes(self) -> list[RecordClass]:
        """The kinds of records that were ticked."""
        return [one for one in RecordClass if self.cleaned_data.get(f"covers_{one.value}") is True]

    @property
    def said(self) -> Values:
        """What was entered besides the kinds of records."""
        return {name: value for name, value in self.values.items() if not name.startswith("covers_")}


class ConsentForm(_Covering):
    """A written consent, as 42 CFR 2.31 asks for it."""

    covers_substance_use = fields.yes_or_no("Does it cover substance use disorder records?")
    covers_mental_health = fields.yes_or_no("Does it cover mental health treatment records?")
    covers_other = fields.yes_or_no("Does it cover other records of the program?")
    recipient = fields.short_text("Who may get them", RECIPIENT)
    recipient_kind = fields.word("Who that is", RecipientKind)
    purpose = fields.word("What for", ReleasePurpose)
    purpose_said = fields.short_text("What for, in the participant’s words")
    signed_on = fields.day("Signed on")
    starts_on = fields.day("In force from", "Empty: from the day it was signed.")
    expires_on = fields.day("In force to", "The last day counts.")
    signed_paper = fields.short_text("Where the signed paper is kept")


class RevocationForm(EntryForm):
    """How a participant said that they take it back."""

    revoked_how = fields.short_text("How they said so", "For example: by phone, in writing, at a visit.")


class DisclosureForm(_Covering):
    """What is to go out, to whom, what for, and by which right."""

    covers_substance_use = fields.yes_or_no("Are substance use disorder records among them?")
    covers_mental_health = fields.yes_or_no("Are mental health treatment records among them?")
    covers_other = fields.yes_or_no("Are other records of the program among them?")
    what = fields.short_text("What goes out", "For example: the service plan of May 2026.")
    recipient = fields.short_text("Who gets it", RECIPIENT)
    purpose = fields.word("What for", ReleasePurpose)
    without_consent = fields.one_of(
        "By which right", [("", "A consent that is in force"), *((one.value, one.label) for one in TO_OUTSIDE)]
    )

    @property
    def asked(self) -> Asked:
        """What somebody wants to let out."""
        values = self.values
        right = WithoutConsent(values["without_consent"]) if values["without_consent"] else None
        seat = Seat.PARTICIPANT if right == WithoutConsent.OWN_ACCESS else Seat.OUTSIDE
        purpose = ReleasePurpose(values["purpose"]) if values["purpose"] else None
        return Asked(frozenset(self.classes), values["recipient"] or "", purpose, right, seat)


class MarkForm(EntryForm):
    """Why the program holds records that 42 CFR part 2 guards."""

    why = fields.short_text("How the program knows", "For example: treated in our substance use program since May.")


class EndMarkForm(EntryForm):
    """Why the mark was wrong."""

    ended_why = fields.short_text("Why the mark ends", "For example: it was meant for somebody else.")
