"""What is asked about an incident, with the questions of the program's own categories."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils import timezone

from alongside.records.models import IncidentCategory, Provider, QuestionKind, Setting

from . import fields
from .entry import EntryForm, Values

ASKED = {
    QuestionKind.YES_OR_NO: fields.yes_or_no,
    QuestionKind.TEXT: fields.short_text,
    QuestionKind.DAY: fields.day,
    QuestionKind.NUMBER: fields.whole_number,
}
SEEN_NOT_JUDGED = "What was seen and heard, in the order it happened. No guesses, no blame."


class ReportForm(EntryForm):
    """Everything about one event that stands in every report about it."""

    happened_on = fields.day("Day it happened", "Leave it empty if nobody knows.")
    happened_time = fields.time_of_day("Time", "About when is good enough.")
    place = fields.short_text("Where", "Such as: the kitchen of Cedar House.")
    setting = fields.word("Kind of place", Setting)
    provider = fields.one_of("Provider who was serving", [])
    learned_at = fields.moment("When somebody on the staff learned of it", "Clocks count from here.")
    learned_how = fields.short_text("How they learned", "Saw it, was told by a neighbor, found it on a visit …")
    reported_by = fields.short_text("Who saw or learned of it", "Name and part: staff, family, guardian, neighbor.")
    what_happened = fields.long_text("What happened", SEEN_NOT_JUDGED, rows=6)
    others_present = fields.long_text(
        "Who else was there",
        "Staff, visitors, neighbors. No other participant by name: each has a report of their own.",
        rows=2,
    )
    response = fields.long_text("What was done at once", "First aid, calls, moving people to safety, and by whom.")
    follow_up = fields.long_text(
        "What still has to follow", "Visits, calls, a change of plan, and who does it.", rows=3
    )
    corrective_action = fields.long_text("What will be different", "So that it does not happen again.", rows=3)
    is_health_or_safety = fields.yes_or_no(
        "Did it touch anybody’s health or safety?", "If so, the state is told on F-00390. Leave it open if in doubt."
    )
    is_reportable_death = fields.yes_or_no(
        "Is it a death that may relate to restraint, seclusion, psychotropic medication or suicide?",
        "If so, the Department is told on F-62470 within 24 hours of learning of it, besides F-00390.",
    )
    is_suspected_abuse = fields.yes_or_no(
        "Is abuse, neglect, financial exploitation or a death suspected or told of?",
        "If so, the OIG hotline is told at once, within 4 hours of learning of it. Nothing else comes first.",
    )
    is_restricted = fields.yes_or_no(
        "Is it about abuse or neglect?",
        "If so, only those who run the program, the supervisor assigned and you can read it.",
    )
    category = fields.one_of("Category", [])

    def __init__(
        self, *args: Any, categories: Sequence[IncidentCategory] = (), of_peers: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["is_reportable_death" if of_peers else "is_suspected_abuse"]
        if of_peers:
            self.fields["is_health_or_safety"].help_text = "Leave it open if in doubt."
        self.categories = {str(category.name): category for category in categories}
        names = list(self.categories)
        held = (kwargs.get("initial") or {}).get("category")
        if held and held not in names:
            names.append(held)
        self._choose("category", [("", "Not yet chosen"), *((name, name) for name in names)])
        self._choose("setting", [("", fields.NOT_RECORDED), *Setting.choices])
        rows = Provider.objects.values_list("pk", "name")
        self._choose("provider", [("", "None, or not known"), *((str(key), name) for key, name in rows)])
        if not names:
            del self.fields["category"]
        self.asked = self._questions()

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        chosen: Any = self.fields[name]
        chosen.choices = choices

    def _questions(self) -> list[tuple[str, str]]:
        """Add a field for each question of the category chosen: (the field's name, the question)."""
        chosen = self.data.get("category") if self.is_bound else self.initial.get("category")
        category = self.categories.get(str(chosen or ""))
        asked = []
        for nth, (words, kind) in enumerate(category.questions if category else ()):
            name = f"asked_{nth}"
            self.fields[name] = ASKED[QuestionKind(kind)](words)
            asked.append((name, words))
        return asked

    @property
    def questions(self) -> list[forms.BoundField]:
        """The fields of the category's own questions."""
        return [self[name] for name, _ in self.asked]

    @property
    def answers(self) -> list[list[str]]:
        """[question, answer] pairs, of those answered, in words."""
        said = [(words, self.cleaned_data.get(name)) for name, words in self.asked]
        return [[words, _in_words(value)] for words, value in said if value not in (None, "")]

    @property
    def report(self) -> Values:
        """The fields of a report, as the actions take them."""
        said = {name: value for name, value in self.values.items() if name in ReportForm.base_fields}
        day, time = said.get("happened_on"), said.pop("happened_time", None)
        said["happened_at"] = timezone.make_aware(datetime.datetime.combine(day, time)) if day and time else None
        said["provider"] = Provider.objects.filter(pk=said["provider"]).first() if said.get("provider") else None
        said["is_restricted"] = bool(said.get("is_restricted"))
        return {**said, "answers": self.answers}


class ChangeReportForm(ReportForm):
    """One report, corrected; or amended, with a reason, once it is signed."""

    happened_to_them = fields.long_text("What happened to this person", rows=3)
    reason = fields.short_text("Why it is amended", "The signed report stays; this says why there is another.")

    def __init__(self, *args: Any, is_signed: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_signed:
            del self.fields["reason"]


def _in_words(value: Any) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime.date):
        return f"{value.day} {value:%B %Y}"
    return str(value)
