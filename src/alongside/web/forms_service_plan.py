"""The service plan as it is entered: goals, and under each goal what it is worked toward by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms.utils import ErrorDict
from django.http import QueryDict

from alongside.records.actions import Line
from alongside.records.models import PlanKind

from . import fields
from .drafts import DraftForm
from .forms_goals import LINE_FIELDS, GoalForm, LineForm, Providers
from .forms_plans import DONE_HINT, DONE_ON
from .merging import Content
from .rows import goals_in, reshaped

CYCLE = [(kind.value, kind.label) for kind in PlanKind if kind != PlanKind.AMENDMENT]
MOST_ROWS = 60


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
    line_form = LineForm

    def __init__(self, *args: Any, providers: Providers = (), is_amendment: bool = False, **kwargs: Any) -> None:
        self.providers = list(providers)
        super().__init__(*args, **kwargs)
        if is_amendment:
            self.fields.pop("kind", None)
        if self.is_reshaped:
            self.data = reshaped(self.data, self.press)
        self._build()

    @property
    def recorded(self) -> dict[str, Any]:
        """What was entered, as the plan's own columns take it."""
        return dict(self.values)

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
            row._errors = ErrorDict()

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
            self.line_form(data, prefix=f"goals-{goal['key']}-lines-{line['key']}", providers=self.providers)
            for line in goal["lines"][:MOST_ROWS]
        ]
        made = GoalForm(data, key=goal["key"], lines=lines)
        for row in (made, *lines):
            row._errors = None if self.is_judged else ErrorDict()
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
