"""What is entered on the way to an enrollment."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms

from alongside.records import likeness
from alongside.records.models import Participant
from alongside.records.models.words import (
    CoveragePlan,
    License,
    RepresentativeKind,
    ScreenKind,
    ScreenResult,
    ScreenType,
    Setting,
)

from . import fields
from .entry import EntryForm

ASKS_FOR = "In their own words, or by name: community living supportive services, peer support, supported employment."
WAITS = "Somebody known is like this person: open them, or tick that this is somebody else."


class PersonForm(EntryForm):
    """Who somebody is."""

    given_name = fields.short_text("Given name")
    family_name = fields.short_text("Family name")
    medicaid_id = fields.short_text("Medicaid id", "Ten digits, as on the card. Zeros in front count.")
    born_on = fields.day("Date of birth")

    def clean_medicaid_id(self) -> str:
        """The digits alone: a card prints them in groups."""
        return "".join(self.cleaned_data["medicaid_id"].split()).replace("-", "")


class FirstContactForm(PersonForm):
    """Somebody new who asks for services. `candidates` are those known who are like them; `known` has the very id."""

    contacted_on = fields.day("Day they asked")
    requested_services = fields.long_text("What they ask for", ASKS_FOR, rows=3)
    is_somebody_else = forms.BooleanField(label="This is somebody else", required=False)

    def __init__(self, *args: Any, program: UUID, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.program = program
        self.candidates: list[likeness.Alike] = []
        self.known: Participant | None = None

    def clean(self) -> dict[str, Any]:
        """Look for the person among those known, before they get a second record."""
        entered = super().clean() or self.cleaned_data
        if not entered.get("medicaid_id"):
            return entered
        self.known = likeness.same_id(self.program, entered["medicaid_id"])
        if self.known:
            self.add_error("medicaid_id", f"{self.known.name or 'A participant'} has this Medicaid id already.")
            return entered
        asked = likeness.Asked(
            entered["medicaid_id"],
            entered.get("family_name", ""),
            entered.get("given_name", ""),
            entered.get("born_on"),
        )
        self.candidates = likeness.alike(self.program, asked)
        if self.candidates and not entered.get("is_somebody_else"):
            self.add_error("is_somebody_else", WAITS)
        return entered


class ReturnForm(EntryForm):
    """Somebody known asks for services again."""

    contacted_on = fields.day("Day they asked")
    requested_services = fields.long_text("What they ask for", ASKS_FOR, rows=3)


class RefusalForm(EntryForm):
    """Why an enrollment was refused."""

    refused_on = fields.day("Day of the refusal")
    refused_reasons = fields.long_text(
        "Reasons, as the letter gives them", "Filled in from the conditions that are not met. Change what you like.", 9
    )


class EnrollForm(EntryForm):
    """From when somebody is enrolled, and why all the same where a condition is open."""

    enrolled_on = fields.day("Enrolled from", "The day the enrollment takes effect. The plan cycle is counted from it.")
    decided_reason = fields.long_text(
        "Why you enroll all the same",
        "Needed only where a condition is not met or not settled. It is kept with the enrollment, under your name.",
        rows=3,
    )


class EnrollmentForm(EntryForm):
    """The day of an enrollment."""

    enrolled_on = fields.day("Enrolled from", "The plan cycle is counted from this day.")


class CoverageForm(EntryForm):
    """What a coverage check said, and where its evidence is."""

    plan = fields.word("What the check said", CoveragePlan, "As the state's portal or the 271 answer names it.")
    starts_on = fields.day("Covered from")
    ends_on = fields.day("Covered to", "Empty while it goes on.")
    checked_on = fields.day("Day of the check")
    reference = fields.short_text(
        "Reference number or file name", "What finds this check again: the portal's number, or where the print is kept."
    )


EVIDENCE = "A scan or print: PDF, PNG or JPEG."


class NewCoverageForm(CoverageForm):
    """A coverage check, with its print."""

    file = forms.FileField(label="The print itself", help_text=EVIDENCE, required=False)


class ScreenForm(EntryForm):
    """A functional screen."""

    kind = fields.word(
        "Which screen",
        ScreenKind,
        "The adult screen gives eligibility from 18; before that the children's screen does.",
    )
    type = fields.word("Why it was done", ScreenType)
    completed_on = fields.day("Completed on", "The day all sections were complete, not the day of typing.")
    result = fields.word("What it found", ScreenResult)
    screener = fields.short_text("Screener")
    recalculated_on = fields.day(
        "Recalculated on", "Where a screen was corrected: the day eligibility was calculated anew."
    )


class NewScreenForm(ScreenForm):
    """A functional screen, with its print."""

    file = forms.FileField(label="The results page", help_text=EVIDENCE, required=False)


class ScreenCorrectionForm(ScreenForm):
    """A screen that was corrected. Its completion day stays; what it found is calculated anew."""

    def clean(self) -> dict[str, Any]:
        """Another result needs the day it was calculated."""
        entered = super().clean() or self.cleaned_data
        before, again = self.initial.get("recalculated_on"), entered.get("recalculated_on")
        if entered.get("result") != self.initial.get("result") and again in (None, before):
            self.add_error("recalculated_on", "The result changes: give the day eligibility was calculated anew.")
        return entered


class ResidenceForm(EntryForm):
    """Where somebody lives."""

    setting = fields.word("Kind of place", Setting)
    address = fields.short_text("Address")
    beds = fields.whole_number(
        "Beds", "The licensed number, for a community-based residential facility or a family home."
    )
    license = fields.word("License or certificate", License)
    starts_on = fields.day("Lives there from")
    ends_on = fields.day("Lives there to", "Empty while it goes on.")


class RepresentativeForm(EntryForm):
    """Who acts for somebody."""

    kind = fields.word("By what right", RepresentativeKind)
    name = fields.short_text("Name")
    phone = fields.short_text("Phone")
    email = fields.short_text("Email")
    starts_on = fields.day("Acts from")
    ends_on = fields.day("Acts to", "The last day of the authority. Empty while it goes on.")
