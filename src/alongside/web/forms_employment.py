"""What is asked about a participant's wish to work, and what came of it."""

from __future__ import annotations

from django.forms import BoundField

from alongside.records.models import AskedFirst, EndedFor

from . import fields
from .entry import EntryForm, Values

PARTS = {
    "The wish": ("wanted_on", "job_goal"),
    "The search": ("asked_first", "search_started_on"),
    "The job": ("job", "job_started_on", "is_open_to_anyone", "is_preferred", "hourly_wage", "minimum_wage"),
    "If it was refused or ended": ("ended_on", "ended_for"),
}


class WishForm(EntryForm):
    """The wish, in the participant's words, and everything that came of it so far."""

    wanted_on = fields.day("Day they said they want to work", "The search starts soon after it.")
    job_goal = fields.long_text("The job they want, in their own words", rows=2)
    asked_first = fields.word("What was asked of them first", AskedFirst, "Nothing has to be: no test, no course.")
    search_started_on = fields.day("Search started on")
    job = fields.short_text("The job", "What and where. Empty until there is one.")
    job_started_on = fields.day("Started on")
    is_open_to_anyone = fields.yes_or_no("Could anyone apply for it?", "A sheltered workshop is not open to anyone.")
    is_preferred = fields.yes_or_no("Is it what they prefer?")
    hourly_wage = fields.dollars("Pay an hour, in dollars")
    minimum_wage = fields.dollars("Minimum wage there, in dollars")
    ended_on = fields.day("Support refused or ended on", "Empty while it goes on. There is no time limit.")
    ended_for = fields.word("Why it was refused or ended", EndedFor)

    @property
    def came_of_it(self) -> Values:
        """Everything but the day of the wish."""
        return {name: value for name, value in self.values.items() if name != "wanted_on"}

    @property
    def parts(self) -> list[tuple[str, list[BoundField]]]:
        """The fields under their headings, in the order things come."""
        return [(heading, [self[name] for name in names if name in self.fields]) for heading, names in PARTS.items()]


class FollowForm(WishForm):
    """What came of a wish; its day stays."""

    wanted_on = None
