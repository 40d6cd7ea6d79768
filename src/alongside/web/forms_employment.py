"""What is asked about a participant's wish to work, and what came of it."""

from __future__ import annotations

from alongside.records.models import AskedFirst, EndedFor

from . import fields
from .entry import EntryForm, Values


class WishForm(EntryForm):
    """The wish, in the participant's words, and everything that came of it so far."""

    wanted_on = fields.day("Day they said they want to work", "The search starts soon after it.")
    job_goal = fields.long_text("The job they want, in their own words", rows=2)
    asked_first = fields.word("What was asked of them first", AskedFirst, "Nothing has to be: no test, no course.")
    search_started_on = fields.day("Search started on")
    job = fields.short_text("The job", "What and where.")
    job_started_on = fields.day("Started on")
    is_open_to_anyone = fields.yes_or_no("Could anyone apply for it?")
    is_preferred = fields.yes_or_no("Is it what they prefer?")
    hourly_wage = fields.dollars("Pay an hour, in dollars")
    minimum_wage = fields.dollars("Minimum wage there, in dollars")
    ended_on = fields.day("Support ended on", "Empty while it goes on. There is no time limit.")
    ended_for = fields.word("Why it ended", EndedFor)

    @property
    def came_of_it(self) -> Values:
        """Everything but the day of the wish."""
        return {name: value for name, value in self.values.items() if name != "wanted_on"}


class FollowForm(WishForm):
    """What came of a wish; its day stays."""

    wanted_on = None
