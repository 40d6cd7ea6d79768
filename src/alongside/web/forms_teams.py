"""What is asked about a team, who is on it, and more time that the state allowed it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from alongside.records.models import StaffMember, TeamKind

from . import fields
from .entry import EntryForm
from .forms_qualifications import LAST_DAY, called


class TeamForm(EntryForm):
    """A team and its days."""

    name = fields.short_text("Name", "As the agency knows it.")
    kind = fields.word("Which sort of team", TeamKind, "Which rule holds for it depends on this.")
    starts_on = fields.day("First day")
    ends_on = fields.day("Last day", LAST_DAY)


class MemberForm(EntryForm):
    """Somebody's days on a team."""

    starts_on = fields.day("First day on the team", "Empty: from the team’s beginning.")
    ends_on = fields.day("Last day on the team", LAST_DAY)
    has_lived_experience = fields.yes_or_no("On the team as a person with lived experience?")


class ExtensionForm(EntryForm):
    """More time, as a program manager of the state approved it."""

    approved_on = fields.day("Approved on")
    approved_by = fields.short_text("Approved by", "The program manager of DBHR.")
    ends_on = fields.day("Last day of the time allowed")


class _Named(EntryForm):
    """Whatever names somebody of the staff."""

    staff = fields.one_of("Who", [])
    blank = "Choose"

    def __init__(self, *args: Any, people: Iterable[StaffMember] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(member.pk): member for member in people}
        field = self.fields["staff"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", self.blank), *((key, called(member)) for key, member in self.people.items())]

    def clean_staff(self) -> StaffMember | None:
        """The staff member chosen."""
        return self.people.get(self.cleaned_data["staff"])


class NewMemberForm(_Named, MemberForm):
    """Somebody who joins a team."""

    field_order = ("staff", "starts_on", "ends_on", "has_lived_experience")


class NewExtensionForm(_Named, ExtensionForm):
    """More time for one member, or for everybody on the team."""

    blank = "Everybody on the team"
    field_order = ("staff", "approved_on", "approved_by", "ends_on")
