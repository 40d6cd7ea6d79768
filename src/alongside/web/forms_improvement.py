"""What is entered about plans of action and corrective action plans."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django import forms

from alongside.reviews.models import ActionKind, Missed, PlanStep, Reason

from . import fields
from .entry import EntryForm

LEAST_STEPS, MORE_STEPS = 4, 2


class ActionForm(EntryForm):
    """A plan of action, as the state issues it."""

    concern = fields.long_text("What does not meet the standards", "In which materials, and by which rule.")
    asked = fields.long_text("What is asked of the program")
    kind = fields.word("How it is asked", ActionKind)
    due_on = fields.day("By which date", "For information or documents by a date.")
    next_review_on = fields.day(
        "Day of the next review", "For improvements as soon as possible. Empty while not known."
    )
    rule = fields.short_text("Rule or form it rests on", "Such as PLAN-2, or F-02565.")


class AnswerActionForm(EntryForm):
    """What the program did."""

    done_on = fields.day("Done on")
    done_words = fields.long_text("What was done, and where it can be seen", "Files are attached on the plan's page.")


class AcceptActionForm(EntryForm):
    """The state accepts an answer."""

    checked_words = fields.long_text("A word to the program", "Not needed.", rows=2)


class AskAgainForm(EntryForm):
    """The state sends an answer back."""

    checked_words = fields.long_text("What is still missing", rows=3)


class NextReviewForm(EntryForm):
    """The day of the next review."""

    next_review_on = fields.day("Day of the next review", "What was improved is looked at there.")


class DecideMissedForm(EntryForm):
    """What follows a missed date."""

    decision = fields.word("What follows", Missed)
    decided_words = fields.long_text(
        "Why", "One passage of the page says it may follow, another that it is issued.", rows=3
    )


class OpenPlanForm(EntryForm):
    """A corrective action plan is needed."""

    reason = fields.word("Which of the page's three reasons", Reason)
    reason_words = fields.long_text("What was found", rows=3)


class MeetingForm(EntryForm):
    """The meeting about the areas of concern."""

    meeting_on = fields.day("Day of the meeting", "It may lie ahead. The ten days do not run from it.")
    meeting_words = fields.long_text("Where, who takes part, what was said", rows=3)


class ConcernsForm(EntryForm):
    """The areas in need of correction."""

    concerns = fields.long_text("The areas in need of correction, in writing", "The program reads these words.", rows=8)


class ReceivedForm(EntryForm):
    """The day the concerns came."""

    notified_on = fields.day("The concerns came in writing on", "The ten days for the draft run from this day.")


class DraftForm(EntryForm):
    """The program's draft: its words, and steps with who does them and by when."""

    draft = fields.long_text("How the program responds to the concerns", rows=8)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        given = (self.initial or {}).get("steps", [])
        typed = [name for name in self.data if name.startswith("what_")] if self.is_bound else []
        self.count = max(LEAST_STEPS, len(given) + MORE_STEPS, len(typed))
        for nth in range(self.count):
            what, owner, due_on = given[nth] if nth < len(given) else ("", "", None)
            self.fields[f"what_{nth}"] = fields.short_text(f"Step {nth + 1}", initial=what)
            self.fields[f"owner_{nth}"] = fields.short_text(f"Who does step {nth + 1}", initial=owner)
            self.fields[f"due_on_{nth}"] = fields.day(f"Step {nth + 1} by", initial=due_on)

    @property
    def step_rows(self) -> list[tuple[forms.BoundField, ...]]:
        """The fields of each step."""
        return [tuple(self[f"{name}_{nth}"] for name in ("what", "owner", "due_on")) for nth in range(self.count)]

    @property
    def steps(self) -> list[tuple[str, str, datetime.date | None]]:
        """The steps that say anything."""
        said = [
            tuple(self.cleaned_data.get(f"{name}_{nth}") or None for name in ("what", "owner", "due_on"))
            for nth in range(self.count)
        ]
        return [(what or "", owner or "", due_on) for what, owner, due_on in said if what or owner or due_on]

    @staticmethod
    def start_from(steps: Iterable[PlanStep]) -> list[tuple[str, str, datetime.date | None]]:
        """What the form begins with."""
        return [(step.what, step.owner, step.due_on) for step in steps]


class CommentForm(EntryForm):
    """Words of the state with a step back."""

    words = fields.long_text("What is still missing", "The program reads these words.", rows=4)


class CopyForm(EntryForm):
    """The day the signed copy came."""

    signed_copy_on = fields.day("The signed copy came on", "The plan is in force from this day.")


class SignPlanForm(EntryForm):
    """The state signs: nothing to type but the token."""


class StepDoneForm(EntryForm):
    """One step is done."""

    done_on = fields.day("Done on")
    done_words = fields.long_text("What was done", rows=3)


class CloseForm(EntryForm):
    """The end of a plan."""

    closed_words = fields.long_text("A word to the program", "Not needed.", rows=2)


class SayForm(EntryForm):
    """Words about a plan."""

    words = fields.long_text("What you want to say", rows=4)


class EvidenceForm(EntryForm):
    """A file."""

    file = forms.FileField(label="File", help_text="A PDF, or a picture (PNG or JPEG) of a page.")
