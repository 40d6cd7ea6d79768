"""What is entered in a section of a paper, about a suspicion, and about experience shared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from . import fields
from .entry import EntryForm, Values

SAW = "Did you see it, or were you part of it?"
CALLS_FOR = "Does what happened call for a clinician?"


class SectionForm(EntryForm):
    """The text of one section. A peer's incident report asks besides what the writer saw."""

    body = fields.long_text("What you write", rows=8)
    is_seen = fields.yes_or_no(SAW, "If neither, your agency’s policy says whether you write it. Ask your supervisor.")
    is_authority_needed = fields.yes_or_no(
        CALLS_FOR, "If you cannot tell, leave it open. Your supervisor says so when reviewing."
    )

    def __init__(self, *args: Any, asks: str = "", name: str = "", asks_besides: Sequence[str] = (), **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["body"].label, self.fields["body"].help_text = name or "What you write", asks
        for unasked in {"is_seen", "is_authority_needed"} - set(asks_besides):
            del self.fields[unasked]

    @property
    def said(self) -> Values:
        """The text, and what was asked besides."""
        return {**self.values, "body": self.values["body"] or ""}


class SuspectedForm(EntryForm):
    """Whether abuse is suspected."""

    is_suspected_abuse = fields.yes_or_no(
        "Is abuse, neglect, financial exploitation or a death suspected or told of?",
        "Saying what somebody alleged is not deciding fault. If in doubt, say yes: then the hotline is told.",
    )


class ReviewForm(EntryForm):
    """That a supervisor read the report."""


class SharedForm(EntryForm):
    """A time somebody shared lived experience of their own."""

    written_as = fields.one_of("In which role", [])
    answered_to = fields.long_text(
        "What the person had said or asked", "What your own experience answered to, in their words where you can.", 2
    )
    is_relevant = fields.yes_or_no("Was it relevant to what they are facing?")
    is_hope_giving = fields.yes_or_no("May it have given them hope?")
    minutes = fields.whole_number("How many minutes it took")

    def __init__(self, *args: Any, roles: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        which: Any = self.fields["written_as"]
        which.choices = list(roles)
        if len(roles) == 1:
            del self.fields["written_as"]
            self.only_role = roles[0][0]

    only_role = ""

    @property
    def said(self) -> Values:
        """What was entered, in the role there is where there is one alone."""
        return {"written_as": self.only_role, **self.values} if self.only_role else self.values
