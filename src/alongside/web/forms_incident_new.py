"""What is asked when an incident is first reported: besides the event, a row for each participant it touched."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms

from alongside.records.models import Participant
from alongside.records.problems import Problems

from . import fields
from .entry import sentence
from .forms_incidents import ReportForm
from .people_meant import meant

MOST_ROWS = 40
NOBODY = "Nobody you can open goes by this. Choose from the list, or write the ten digits of their Medicaid id."
TWO = "Several people go by this. Choose from the list, which has the Medicaid id."


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
