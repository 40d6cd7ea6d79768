"""What is entered of one row of the program's own table of incidents."""

from __future__ import annotations

from typing import Any

from django import forms

from alongside.records.models import ClockUnit, QuestionKind

from . import fields
from .entry import EntryForm, Values

QUESTIONS = 6


class CategoryForm(EntryForm):
    """One row of the program's own table."""

    name = fields.short_text("Category")
    source = fields.long_text("Where this comes from", "The memo, form or letter, with its date.", rows=2)
    program_clock_count = fields.whole_number("Tell the program within")
    program_clock_unit = fields.one_of("Counted in", [("", "No clock"), *ClockUnit.choices])
    state_clock_count = fields.whole_number("Tell the state within")
    state_clock_unit = fields.one_of("Counted in", [("", "No clock"), *ClockUnit.choices])
    ends_on = fields.day("Last day in use", "Empty while it is in use. Reports keep the category they have.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nth in range(QUESTIONS):
            self.fields[f"question_{nth}"] = fields.short_text(f"Question {nth + 1}")
            kinds = [*QuestionKind.choices]
            self.fields[f"kind_{nth}"] = fields.one_of(f"Answered with, question {nth + 1}", kinds)

    @property
    def question_rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The fields of each question: its words, and how it is answered."""
        return [(self[f"question_{nth}"], self[f"kind_{nth}"]) for nth in range(QUESTIONS)]

    @property
    def category(self) -> Values:
        """The row, as the actions take it."""
        said = {name: value for name, value in self.values.items() if name in CategoryForm.base_fields}
        asked = [
            [self.cleaned_data[f"question_{nth}"].strip(), self.cleaned_data[f"kind_{nth}"] or QuestionKind.TEXT.value]
            for nth in range(QUESTIONS)
            if self.cleaned_data[f"question_{nth}"].strip()
        ]
        return {**said, "questions": asked}
