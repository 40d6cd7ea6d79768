"""What is entered on an incident's way: who was told, what came back, what follows, and the program's categories."""

from __future__ import annotations

from typing import Any

from django import forms

from alongside.records.models import ClockUnit, QuestionKind, ToldHow

from . import fields
from .entry import EntryForm, Values

QUESTIONS = 6
SENT, NOT_NEEDED = "sent", "not_needed"


class TellForm(EntryForm):
    """Who told whom when and how, for one report or several, with proof."""

    reports = forms.MultipleChoiceField(
        label="For which reports",
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "usa-checkbox__input"}),
        choices=[],
    )
    outcome = forms.ChoiceField(
        label="The form", required=False, choices=[(SENT, "Was sent"), (NOT_NEEDED, "Is not needed")],
        widget=fields.radios(),
    )  # fmt: skip
    not_needed = fields.short_text("Why it is not needed", "Only where neither health nor safety was touched.")
    told_at = fields.moment("When")
    told_by = fields.short_text("Who told them")
    told_to = fields.short_text("Whom", "The name, or the mailbox.")
    how = fields.word("How", ToldHow)
    proof = fields.long_text(
        "Proof, in words", "A confirmation number, the subject of the e-mail, who answered.", rows=2
    )
    file = forms.FileField(
        label="Proof, as a file", required=False, help_text="PDF, PNG or JPEG: the fax report, the sent e-mail."
    )

    def __init__(self, *args: Any, choices: list[tuple[str, str]], may_be_not_needed: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        which: Any = self.fields["reports"]
        which.choices = choices
        how: Any = self.fields["how"]
        how.choices = ToldHow.choices
        if not may_be_not_needed:
            del self.fields["outcome"], self.fields["not_needed"]

    @property
    def is_not_needed(self) -> bool:
        """Whether the form is said not to be needed."""
        return self.cleaned_data.get("outcome") == NOT_NEEDED


class AnswerForm(EntryForm):
    """What came back."""

    answered_at = fields.moment("When the answer came")
    answer = fields.long_text("What it says", "Who answered, and what is asked or decided.", rows=3)


class FollowUpForm(EntryForm):
    """What is to be done."""

    what = fields.short_text("What is to be done")
    who = fields.short_text("Who does it")
    due_on = fields.day("By when")


class DoneForm(EntryForm):
    """That it was done."""

    done_on = fields.day("Done on")
    outcome = fields.long_text("What came of it", rows=3)


class SupervisorForm(EntryForm):
    """Who watches over an incident."""

    supervisor = fields.one_of("Supervisor", [], "They see this incident also when it is about abuse or neglect.")

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        who: Any = self.fields["supervisor"]
        who.choices = [("", "Choose somebody"), *choices]


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
