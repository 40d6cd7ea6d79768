"""What the state's reviewer and the program enter in a documentation oversight."""

from __future__ import annotations

from alongside.reviews.models import Conclusion, FollowedBy

from . import fields
from .entry import EntryForm


class AnnounceForm(EntryForm):
    """The period; the list is asked for with it."""

    period_starts_on = fields.day("The oversight period begins on", "The list is asked for 30 days before it.")
    period_ends_on = fields.day("It ends on", "May stay empty.")


class ReturnForm(EntryForm):
    """Why the list is asked for once more."""

    because = fields.long_text("What is to be corrected in the list", "The program reads this.", rows=3)


class SealForm(EntryForm):
    """One side's part of the seed, or its seal alone."""

    part = fields.short_text(
        "Our part of the seed",
        "Made up for you by chance. Put anything else here nobody can guess, such as dice you threw.",
    )
    seal = fields.short_text(
        "Or only its seal: the SHA-256 of a part you keep yourselves",
        "Then empty the field above, keep the part safe, and show it once both sides are sealed.",
    )
    column_labels = {"seed": "part"}

    @property
    def given(self) -> dict[str, str | None]:
        """The part, else the seal."""
        part = self.values["part"]
        return {"part": part, "seal": None if part else (self.values["seal"] or "").strip().lower() or None}


class ShowForm(EntryForm):
    """The part of which only the seal was given."""

    part = fields.short_text("Our part of the seed, exactly as it was sealed")


class ReceiveForm(EntryForm):
    """The day the packet came."""

    received_on = fields.day("The packet came on", "The day it was sent counts, whatever the hour.")


class CheckForm(EntryForm):
    """What was seen of one requirement."""

    conclusion = fields.word("Conclusion", Conclusion)
    words = fields.long_text("What you saw", "Needed where it is not met: the program reads it.", rows=2)


class DebriefForm(EntryForm):
    """The report at the end."""

    feedback = fields.long_text("Feedback on the program’s documentation", rows=5)
    strengths = fields.long_text("What the program does well", rows=3)
    followed_by = fields.word("What follows on the findings", FollowedBy)
