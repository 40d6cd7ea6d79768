"""A goal as it is entered, and the lines under it: an outcome, and the service that works toward it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from alongside.records.actions import Line
from alongside.records.models import Provider, ServiceKind

from . import fields
from .forms_plans import OWN_WORDS

Providers = Sequence[Provider]
LINE_FIELDS = ("outcome", "kind", "provider", "frequency", "interventions", "starts_on", "ends_on")


class LineForm(forms.Form):
    """An outcome, and the service that works toward it."""

    has_tiles = True  # few services, each with what it covers

    outcome = fields.long_text("Outcome", "What will be different, so that both of you can tell.", rows=2)
    kind = fields.word("Service", ServiceKind)
    provider = fields.one_of("Provider", [])
    frequency = fields.short_text("How often", "Such as: twice a week, an hour each.")
    interventions = fields.long_text("What is done", "What is taught, cued or supervised, and by which steps.", rows=2)
    starts_on = fields.day("From", "Empty: as soon as the plan is complete.")
    ends_on = fields.day("To", "Empty: while the plan is in force.")

    def __init__(self, *args: Any, providers: Providers = (), **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.key = str(self.prefix).rpartition("-")[2]
        self.fields["provider"].choices = [("", "Not yet chosen"), *((str(one.pk), one.name) for one in providers)]

    def clean(self) -> dict[str, Any]:
        """A line with anything in it names its service, and its days are in order."""
        entered = super().clean() or {}
        if not entered.get("kind") and "kind" not in self.errors:
            self.add_error("kind", "Choose the service this outcome is worked toward by.")
        first, last = entered.get("starts_on"), entered.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", "The last day is before the first. Correct whichever is wrong.")
        return entered

    @property
    def is_nothing(self) -> bool:
        """Whether nothing was entered."""
        return not any((self.data.get(self.add_prefix(name)) or "").strip() for name in self.fields)

    def line(self, goal_number: int, providers: Mapping[str, Provider]) -> Line:
        """What was entered, as the plan takes it."""
        entered = {name: value or None for name, value in self.cleaned_data.items()}
        return Line(**{**entered, "provider": providers.get(entered["provider"] or "")}, goal_number=goal_number)


class GoalForm(forms.Form):
    """A goal, with the lines under it."""

    words = fields.long_text("Goal", OWN_WORDS, rows=2)

    def __init__(self, *args: Any, key: str, lines: list[LineForm], **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", prefix=f"goals-{key}", **kwargs)
        self.key, self.lines = key, lines

    def clean_words(self) -> str:
        """Lines are for a goal."""
        words = str(self.cleaned_data["words"])
        if not words.strip() and not self.is_nothing:
            raise forms.ValidationError("Say the goal these lines are for, or move them under another goal.")
        return words

    @property
    def is_nothing(self) -> bool:
        """Whether nothing was entered, in the lines neither."""
        return not (self.data.get(self.add_prefix("words")) or "").strip() and all(
            line.is_nothing for line in self.lines
        )
