"""The service plan as it is entered: goals, and under each goal what it is worked toward by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

from django import forms
from django.http import QueryDict

from alongside.records.actions import Line
from alongside.records.models import PlanKind, Provider, ServiceKind

from . import fields
from .drafts import DraftForm, goals_in, new_key, typed
from .forms_plans import DONE_HINT, DONE_ON, OWN_WORDS
from .merging import Content

Providers = Sequence[Provider]
CYCLE = [(kind.value, kind.label) for kind in PlanKind if kind != PlanKind.AMENDMENT]
LINE_FIELDS = ("outcome", "kind", "provider", "frequency", "interventions", "starts_on", "ends_on")
MOST_ROWS = 60


class LineForm(forms.Form):
    """An outcome, and the service that works toward it."""

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


class PlanForm(DraftForm):
    """A service plan: its kind, the meeting, goals with their lines, demographics and finances."""

    kind = fields.one_of("Kind of plan", CYCLE, widget=fields.radios())
    met_on = fields.day("Day you met")
    is_in_person = fields.yes_or_no("Did you meet in person?")
    met_with = fields.short_text("Who was there", "The participant, and whoever they wanted there.")
    demographics = fields.long_text(
        "Demographics", "Where they live, how to reach them, language, who acts for them.", rows=3
    )
    financials = fields.long_text("Finances", "Coverage, income, and what is paid from it.", rows=3)
    completed_on = fields.day(DONE_ON, DONE_HINT)

    def __init__(self, *args: Any, providers: Providers = (), is_amendment: bool = False, **kwargs: Any) -> None:
        self.providers = list(providers)
        super().__init__(*args, **kwargs)
        if is_amendment:
            del self.fields["kind"]
        if self.is_reshaped:
            self.data = _reshaped(self.data, self.press)
        self._build()

    @property
    def content(self) -> Content:
        """Everything typed, goals and lines as well."""
        return {**super().content, "goals": goals_in(self.data)}

    @property
    def blank_goal(self) -> GoalForm:
        """What a new goal looks like before anything is in it."""
        return self._goal({"key": "newgoal", "lines": [{"key": "newline"}]}, QueryDict())

    def is_valid(self) -> bool:
        """Every row with anything in it has to be in order as well."""
        return super().is_valid() and (self.is_draft or all(row.is_valid() for row in self._rows()))

    def show_as_typed(self) -> None:
        """Without judging the rows either."""
        super().show_as_typed()
        for row in self._rows() if hasattr(self, "goals") else ():
            row._errors = forms.utils.ErrorDict()

    @property
    def wrong(self) -> list[tuple[str, str, str]]:
        """Every problem, those of the rows after those of the fields."""
        rows = [(row.visible_fields(), where) for row, where in self._named_rows()]
        return super().wrong + [
            (field.auto_id, f"{where}, {field.label.lower()}", sentence)
            for fields_, where in rows
            for field in fields_
            for sentence in field.errors
        ]

    def refill(self, content: Content, **kwargs: Any) -> None:
        """Rows that came from somebody else stand here too."""
        super().refill(content, **kwargs)
        self._build()
        self.show_as_typed()

    @property
    def lines(self) -> list[Line]:
        """The lines to authorize, in the order they stand in."""
        by_key = {str(one.pk): one for one in self.providers}
        goals = [goal for goal in self.goals if not goal.is_nothing]
        return [
            line.line(number, by_key)
            for number, goal in enumerate(goals, 1)
            for line in goal.lines
            if not line.is_nothing
        ]

    @property
    def lines_so_far(self) -> list[Line]:
        """The lines as far as they read: what is no day or no choice counts as not said."""
        found = []
        for number, goal in enumerate(self.goals, 1):
            for form in goal.lines:
                form.full_clean()
                if not form.is_nothing:
                    form.cleaned_data = {name: form.cleaned_data.get(name) for name in form.fields}
                    found.append(form.line(number, {str(one.pk): one for one in self.providers}))
        return found

    @property
    def goals_so_far(self) -> str:
        """The goals as they are typed."""
        return "\n\n".join(str(goal["words"].value() or "") for goal in self.goals).strip()

    @property
    def goal_words(self) -> str | None:
        """The goals as the plan keeps them: an empty line between two, none inside one."""
        entered = [goal.cleaned_data["words"] for goal in self.goals if not goal.is_nothing]
        return "\n\n".join("\n".join(filter(str.strip, words.splitlines())) for words in entered) or None

    def label_of(self, path: tuple[str, ...], content: Content) -> str:
        """Goal 2, line 1, how often."""
        if path[0] != "goals":
            return super().label_of(path, content)
        goals = {goal["key"]: (number, goal) for number, goal in enumerate(content.get("goals", ()), 1)}
        number, goal = goals.get(path[1], (0, {}))
        if not number:
            return ""
        if len(path) < 4:
            return f"Goal {number}" if len(path) == 2 or path[2] == "words" else ""
        keys = [line["key"] for line in goal.get("lines", ())]
        if path[3] not in keys:
            return ""
        where = f"Goal {number}, line {keys.index(path[3]) + 1}"
        return f"{where}: {LineForm.base_fields[path[4]].label}" if path[4:] and path[4] in LINE_FIELDS else where

    def word_of(self, path: tuple[str, ...], text: str) -> str:
        """A provider by name."""
        names = {str(one.pk): one.name for one in self.providers}
        return super().word_of(path, names.get(text, text) if path[-1] == "provider" else text)

    def _build(self) -> None:
        self.goals = [self._goal(goal, self.data) for goal in goals_in(self.data)[:MOST_ROWS]]

    def _goal(self, goal: Mapping[str, Any], data: Any) -> GoalForm:
        lines = [
            LineForm(data, prefix=f"goals-{goal['key']}-lines-{line['key']}", providers=self.providers)
            for line in goal["lines"][:MOST_ROWS]
        ]
        made = GoalForm(data, key=goal["key"], lines=lines)
        for row in (made, *lines):
            row._errors = None if self.is_judged else forms.utils.ErrorDict()
        return made

    def _rows(self) -> list[forms.Form]:
        return [row for row, _ in self._named_rows()]

    def _named_rows(self) -> list[tuple[forms.Form, str]]:
        rows: list[tuple[forms.Form, str]] = []
        for number, goal in enumerate(self.goals, 1):
            if not goal.is_nothing:
                rows.append((goal, f"Goal {number}"))
                named = enumerate(goal.lines, 1)
                rows += [(line, f"Goal {number}, line {n}") for n, line in named if not line.is_nothing]
        return rows


def _reshaped(data: QueryDict, press: list[str]) -> QueryDict:
    """The fields with a row added or taken away."""
    goals, what = deepcopy(goals_in(data)), press[0]
    if what == "add_goal":
        goals.append({"key": new_key(), "words": "", "lines": [{"key": new_key(), "outcome": ""}]})
    elif what == "add_line":
        for goal in goals:
            if goal["key"] == press[-1]:
                goal["lines"].append({"key": new_key(), "outcome": ""})
    elif what == "remove" and len(press) == 2:
        goals = [goal for goal in goals if goal["key"] != press[1]]
    elif what == "remove" and len(press) == 3:
        for goal in goals:
            if goal["key"] == press[1]:
                goal["lines"] = [line for line in goal["lines"] if line["key"] != press[2]]
    fields_ = {name: data[name] for name in data if not name.startswith("goals-") and name != "press"}
    return typed({"fields": fields_, "goals": goals})
