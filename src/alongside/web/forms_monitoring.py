"""What is entered about a monitoring visit."""

from __future__ import annotations

from typing import Any

from alongside.records.models import Participant, Provider
from alongside.reviews.models import SpokenWith

from . import fields
from .entry import EntryForm


class VisitForm(EntryForm):
    """The announcement of a visit."""

    planned_on = fields.day("First day of the visit")
    planned_to_on = fields.day("Last day")
    where = fields.short_text("Where")
    notes_from_on = fields.day(
        "Progress notes and invoices from", "The dates you name for notes and Medicaid invoices."
    )
    notes_to_on = fields.day("to")
    needed_by_on = fields.day("Documents needed by", "The page names no day; choose one that leaves time.")


class PicksForm(EntryForm):
    """One participant for each provider, or for each of two locations."""

    def __init__(self, *args: Any, rows: list[tuple[Provider, list[Participant]]] = (), **kwargs: Any) -> None:  # type: ignore[assignment]
        super().__init__(*args, **kwargs)
        self.rows = rows
        for nth, (provider, people) in enumerate(rows):
            choices = [("", "Nobody: not visited")] + [
                (str(one.pk), f"{one.name}, {one.medicaid_id}") for one in people
            ]
            start = choices[1][0] if len(choices) > 1 else ""
            self.fields[f"participant_{nth}"] = fields.one_of(provider.name, choices, initial=start)
            self.fields[f"location_{nth}"] = fields.short_text(f"Location of {provider.name}", "Where it has several.")

    @property
    def pairs(self) -> list[tuple[Any, Any]]:
        """The fields of each provider."""
        return [(self[f"participant_{nth}"], self[f"location_{nth}"]) for nth in range(len(self.rows))]

    @property
    def picked(self) -> list[tuple[Provider, str, Participant]]:
        """Whom each provider is visited for."""
        found = []
        for nth, (provider, people) in enumerate(self.rows):
            chosen = self.cleaned_data.get(f"participant_{nth}")
            person = next((one for one in people if str(one.pk) == chosen), None)
            if person is not None:
                found.append((provider, (self.cleaned_data.get(f"location_{nth}") or "").strip(), person))
        return found


class SendForm(EntryForm):
    """What is said with something that is sent."""

    said = fields.long_text(
        "Where the state finds it, or a word about it", "A file can be attached on the page before.", rows=3
    )


class SendLicenseForm(SendForm):
    """A license or certification."""

    valid_until_on = fields.day("Valid until", "Last day. A renewal that is pending does not count.")


class SendCheckForm(SendForm):
    """A background check."""

    has_confirmation = fields.yes_or_no("Is the confirmation, F-02565, there?")
    has_complete_check = fields.yes_or_no(
        "Are all three parts of the check there?", "Disclosure form F-82064 and both responses."
    )


class LookAtForm(EntryForm):
    """What the state found."""

    finding = fields.long_text("What you found", "Empty where it is in order.", rows=3)


class HeldForm(EntryForm):
    """The visit was held."""

    visited_on = fields.day("First day of the visit", "The next one is owed within two years of this day.")


class InterviewForm(EntryForm):
    """Notes of an interview."""

    spoken_with = fields.word("Spoken with", SpokenWith)
    who = fields.short_text("Who")
    held_on = fields.day("On")
    progress = fields.long_text("Progress toward recovery goals", rows=3)
    barriers = fields.long_text("Barriers to services", rows=3)


class ReportForm(EntryForm):
    """The closing meeting and the report."""

    closing_meeting_on = fields.day("Closing meeting on")
    meeting_words = fields.long_text("Who was there", rows=2)
    documents_reviewed = fields.long_text("Documentation reviewed", rows=4)
    strengths = fields.long_text("Strengths of the program", rows=4)
    opportunities = fields.long_text(
        "Opportunities for improvement", "Plans of action are issued on the next page.", rows=4
    )
