"""The treatment plan as it is entered, an LPHA's authorization of it, and its review."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from alongside.records.models import IllinoisService, Role, StaffMember

from . import fields
from .entry import EntryForm
from .forms_goals import LineForm
from .forms_plans import DONE_HINT, DONE_ON
from .forms_service_plan import PlanForm

UNFILLED = (None, "")


class TreatmentLineForm(LineForm):
    """An outcome, and one of the services the Illinois rules speak of."""

    has_tiles = False

    kind = fields.word("Service", IllinoisService, "The plan has to list a service before a peer may bill it.")
    interventions = fields.long_text("What is done", "By whom, and by which steps.", rows=2)


class TreatmentPlanForm(PlanForm):
    """A treatment plan: who completes it in which role, the meeting, and goals with the services toward them."""

    kind = None
    demographics = None
    financials = None
    author = fields.one_of("Completed by", [], "Whoever writes the plan. A peer helps the person say their goals.")
    author_role = fields.word("In the role of", Role, "The role they are in while they write it.")
    completed_on = fields.day(DONE_ON, DONE_HINT)
    line_form = TreatmentLineForm
    field_order = ("author", "author_role", "met_on", "is_in_person", "met_with", "completed_on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.authors = list(StaffMember.objects.select_related("person").order_by("person__family_name"))
        super().__init__(*args, **kwargs)
        self.fields["author"].choices = named(self.authors)

    def clean(self) -> dict[str, Any]:
        """Who completed it, and in which role, is part of the plan."""
        entered = super().clean() or {}
        if not self.is_draft:
            for name, missing in (("author", "Say who completes the plan."), ("author_role", "Say in which role.")):
                if entered.get(name) in UNFILLED and name not in self.errors:
                    self.add_error(name, missing)
        return entered

    @property
    def recorded(self) -> dict[str, Any]:
        """The author as a staff member."""
        by_key = {str(one.pk): one for one in self.authors}
        return {**self.values, "author": by_key.get(self.values["author"] or "")}

    def word_of(self, path: tuple[str, ...], text: str) -> str:
        """A staff member by name."""
        names = {str(one.pk): one.name for one in self.authors}
        return super().word_of(path, names.get(text, text) if path[-1] == "author" else text)


class AuthorizationForm(EntryForm):
    """Which LPHA authorized the plan, and when."""

    authorized_by = fields.one_of("LPHA", [], "Who is one by a license in force on the day.")
    authorized_on = fields.day("Authorized on")

    def __init__(self, *args: Any, people: Sequence[StaffMember] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["authorized_by"].choices = named(people)


class ReviewForm(EntryForm):
    """A review that left the plan as it is."""

    reviewed_on = fields.day("Reviewed with the participant on", "From this day the 180 days count anew.")


def named(people: Sequence[StaffMember]) -> list[tuple[str, str]]:
    """Staff members to choose from, by name and number."""
    return [("", "Not yet chosen"), *((str(one.pk), f"{one.name}, {one.staff_number}") for one in people)]
