"""What is asked about an incident: at first, whom it touched, and the questions of the program's own categories."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone

from alongside.records.models import IncidentCategory, Participant, Provider, QuestionKind, Setting
from alongside.records.problems import Problems

from . import fields
from .entry import EntryForm, Values, sentence

MOST_ROWS = 40
NOBODY = "Nobody you can open goes by this. Choose from the list, or write the ten digits of their Medicaid id."
TWO = "Several people go by this. Choose from the list, which has the Medicaid id."
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
    is_restricted = fields.yes_or_no(
        "Is it about abuse or neglect?",
        "If so, only those who run the program, the supervisor assigned and you can read it.",
    )
    category = fields.one_of("Category", [])

    def __init__(self, *args: Any, categories: Sequence[IncidentCategory] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
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


class NewReportForm(ReportForm):
    """An event as it is first reported, with a row for each participant it touched."""

    rows = forms.IntegerField(required=False, widget=forms.HiddenInput)
    affected_count = fields.whole_number(
        "How many participants it touched in all", "Only if there were more than you can name here."
    )

    def __init__(self, *args: Any, people: Sequence[Participant] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = people
        self.count = self._count()
        self.initial["rows"] = self.count
        if self.is_bound:
            self.data = self.data.copy()
            self.data["rows"] = str(self.count)
        for nth in range(self.count):
            words = "Participant" if nth == 0 else f"Participant {nth + 1}"
            pick = forms.TextInput(attrs={"list": "people", "autocomplete": "off"})
            self.fields[f"who_{nth}"] = forms.CharField(label=words, required=False, max_length=200, widget=pick)
            self.fields[f"what_{nth}"] = fields.long_text("What happened to them", rows=2)

    def _count(self) -> int:
        said = str(self.data.get("rows", "") if self.is_bound else "")
        count = int(said) if said.isdecimal() and len(said) < 4 else 1
        more = self.is_bound and self.data.get("redraw") == "another"
        return max(1, min(count + more, MOST_ROWS))

    @property
    def touched_rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The fields of each row: who, and what happened to them."""
        return [(self[f"who_{nth}"], self[f"what_{nth}"]) for nth in range(self.count)]

    def clean(self) -> dict[str, Any]:
        """Find whom each row means."""
        said = super().clean() or self.cleaned_data
        self.touched: dict[UUID, Participant] = {}
        self.happened_to: dict[UUID, str | None] = {}
        for nth in range(self.count):
            words, what = said.get(f"who_{nth}", ""), said.get(f"what_{nth}") or None
            if not words:
                if what:
                    self.add_error(f"who_{nth}", "Say to whom this happened.")
                continue
            found = meant(words, self.people)
            if len(found) != 1:
                self.add_error(f"who_{nth}", TWO if found else NOBODY)
            elif found[0].pk in self.touched:
                self.add_error(f"who_{nth}", "This person stands in a row above. One row for each.")
            else:
                self.touched[found[0].pk] = found[0]
                self.happened_to[found[0].pk] = what
        return said

    def refuse(self, problems: Problems) -> None:
        """What an action says of the participants stands beside the first row."""
        renamed = {"participants": "who_0", "happened_to": "what_0", "happened_at": "happened_time"}
        for problem in problems.problems:
            name = renamed.get(problem.field, problem.field)
            if problem.field == "participants":
                self.add_error(name, "Name at least one participant. Without one it is no incident report.")
            else:
                self.add_error(name if name in self.fields else None, sentence(problem))


class ChangeReportForm(ReportForm):
    """One report, corrected; or amended, with a reason, once it is signed."""

    happened_to_them = fields.long_text("What happened to this person", rows=3)
    reason = fields.short_text("Why it is amended", "The signed report stays; this says why there is another.")

    def __init__(self, *args: Any, is_signed: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_signed:
            del self.fields["reason"]


def listed_as(person: Participant) -> str:
    """How the list to choose from says a participant."""
    return f"{person.name or 'No name'} ({person.medicaid_id})"


def meant(words: str, people: Iterable[Participant]) -> list[Participant]:
    """Whom the words mean: an entry of the list, a whole name of somebody the reader may open, or a Medicaid id.

    An id is taken also for somebody the reader does not serve: who saw it reports it.
    """
    plain = " ".join(words.split()).casefold()
    of_the_list = [one for one in people if plain == listed_as(one).casefold()]
    if of_the_list:
        return of_the_list
    named = [one for one in people if plain in (one.name.casefold(), f"{one.family_name}, {one.given_name}".casefold())]
    if named or not (plain.isascii() and plain.isdecimal() and len(plain) == 10):
        return named
    return list(Participant.objects.filter(medicaid_id=plain))


def _in_words(value: Any) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime.date):
        return f"{value.day} {value:%B %Y}"
    return str(value)
