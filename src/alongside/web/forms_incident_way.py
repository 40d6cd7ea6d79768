"""What is entered on an incident's way: who was told, what came back, and what follows."""

from __future__ import annotations

from typing import Any

from django import forms

from alongside.records.models import ToldHow

from . import fields
from .entry import EntryForm

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
