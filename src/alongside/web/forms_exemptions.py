"""What is asked about an exemption: the earlier training, that it was sent, and what the Division decided."""

from __future__ import annotations

from typing import Any

from django import forms

from alongside.records.models import ExemptionDecision, Topic

from . import fields
from .entry import EntryForm, Values
from .forms_training import a_file, hours_on, not_too_large


class AskForm(EntryForm):
    """A request to be spared some topics, because an administrative rule required the same training already."""

    completed_on = fields.day("The earlier training ended on", "Within the 12 months before the request.")
    rule_citation = fields.short_text(
        "The administrative rule that required it", "With its number, such as DHS 83.20. A voluntary course is none."
    )
    is_duplicative = fields.yes_or_no("Did it cover the same ground as the topics below?")
    file = a_file("Documentation of it", "A certificate or transcript: PDF, PNG or JPEG of up to 15 MB.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for topic in Topic:
            self.fields[hours_on(topic)] = forms.DecimalField(
                label=topic.label, required=False, min_value=0, max_value=999, decimal_places=2,
                widget=forms.NumberInput(attrs={"step": "0.25", "min": "0", "inputmode": "decimal"}),
                error_messages={"invalid": "Write the hours as a number, such as 1.5."},
            )  # fmt: skip

    def clean_file(self) -> Any:
        """No larger than is taken."""
        return not_too_large(self.cleaned_data.get("file"))

    def clean(self) -> dict[str, Any]:
        """At least one topic."""
        said = super().clean() or self.cleaned_data
        if not self.asked and not any(hours_on(topic) in self.errors for topic in Topic):
            self.add_error(None, "Write the hours beside each topic the request is for.")
        return said

    @property
    def asked(self) -> dict[str, Any]:
        """Hours of the earlier training by topic."""
        said = self.cleaned_data
        return {str(topic): said[hours_on(topic)] for topic in Topic if said.get(hours_on(topic))}

    @property
    def earlier(self) -> Values:
        """What is said of the earlier training, the same for each topic."""
        said = {name: self.cleaned_data.get(name) for name in ("completed_on", "rule_citation", "is_duplicative")}
        return {**said, "rule_citation": said["rule_citation"] or None}

    @property
    def about(self) -> list[forms.BoundField]:
        """The fields about the earlier training."""
        return [self[name] for name in ("completed_on", "rule_citation", "is_duplicative", "file")]

    @property
    def topics(self) -> list[forms.BoundField]:
        """A field for the hours of each topic."""
        return [self[hours_on(topic)] for topic in Topic]


class SentForm(EntryForm):
    """Who sent the request, and when."""

    requested_on = fields.day("Sent on")
    sent_by = fields.short_text("Sent by")


class DecisionForm(EntryForm):
    """What the Division decided, when, and who there."""

    decision = fields.word("The Division decided", ExemptionDecision)
    decided_on = fields.day("Decided on", "The day of its answer.")
    decided_by = fields.short_text("Who decided", "The name under its answer.")
