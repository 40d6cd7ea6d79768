"""What is asked of who opens a participant in an emergency, and of who reviews it."""

from __future__ import annotations

from alongside.records.models import EmergencyConclusion, Participant
from alongside.records.problems import Problem, Problems

from . import fields
from .entry import EntryForm

NOBODY = Problem(
    "medicaid_id", "nobody of this program", "the Medicaid id, or the whole family name with the day of birth",
    "Look at the spelling and the year. Nothing was opened.",
)  # fmt: skip


class EmergencyForm(EntryForm):
    """Whom, exactly, and why. A part of a name finds nobody: this is no way to look around."""

    medicaid_id = fields.short_text("Medicaid id")
    family_name = fields.short_text("Or: family name", "The whole name, with the day of birth.")
    born_on = fields.day("Born on")
    reason = fields.long_text("What happened, and why you need the record now", "A supervisor reads this today.")

    def find(self) -> Participant:
        """The one participant meant. Raises `Problems` where it is nobody, or more than one."""
        said = self.values
        people = Participant.objects.all()
        if said["medicaid_id"]:
            found = people.filter(medicaid_id=said["medicaid_id"])
        elif said["family_name"] and said["born_on"]:
            found = people.filter(family_name__iexact=said["family_name"], born_on=said["born_on"])
        else:
            raise Problems([NOBODY])
        named = list(found[:2])
        if len(named) != 1:
            raise Problems([NOBODY])
        return named[0]


class EmergencyReviewForm(EntryForm):
    """What the reviewer concluded."""

    conclusion = fields.word("Was it needed?", EmergencyConclusion)
    words = fields.long_text("What you found, and what follows")
