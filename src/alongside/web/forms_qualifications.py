"""What is asked about what qualifies somebody, the roles they work in, and who supervises them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from alongside.records.models import (
    DegreeField,
    DegreeLevel,
    Engagement,
    ExperienceSetting,
    IllinoisCredential,
    PersonnelPaper,
    Role,
    StaffMember,
    Tier,
)

from . import fields
from .entry import EntryForm

LAST_DAY = "The last day counts. Empty while it goes on."


class PeerCertificateForm(EntryForm):
    """A certificate or license, with its number, issuer and days."""

    kind = fields.word("Which certificate or license", IllinoisCredential)
    number = fields.short_text("Number")
    issuer = fields.short_text("Issued by", "For CRSS, CFPP and CPRS the Illinois Certification Board.")
    issued_on = fields.day("Valid from")
    expires_on = fields.day("Valid to", "Its last day. A renewal is recorded as a certificate of its own.")


class DegreeForm(EntryForm):
    """A diploma or degree."""

    level = fields.word("How high", DegreeLevel)
    field = fields.word("In what", DegreeField, "The fields the rule names; of others, choose “another field”.")
    conferred_on = fields.day("Conferred on")


class ExperienceForm(EntryForm):
    """Work experience that a qualification rests on."""

    setting = fields.word("Where", ExperienceSetting)
    supervised_by = fields.word("Tier of whoever supervised it", Tier)
    months = fields.whole_number("How many months")
    ends_on = fields.day("Its last day", "It counts from then on.")
    is_documented = fields.yes_or_no("Is it documented?", "Only documented experience counts.")


class RoleForm(EntryForm):
    """A role, from a day."""

    role = fields.word("Which role", Role, "By assigning a QMHP the agency says that the person qualifies.")
    starts_on = fields.day("First day in it")
    ends_on = fields.day("Last day in it", LAST_DAY)


class NewRoleForm(RoleForm):
    """A role given now, beside the others or instead of them."""

    is_instead = fields.yes_or_no("Do the roles held until then end?", "If not, they go on beside it.")


class PaperForm(EntryForm):
    """A paper in the personnel file."""

    kind = fields.word("What it shows", PersonnelPaper)
    dated_on = fields.day("Dated", "Of a check or a training: the day it was made or held.")
    is_substantiated = fields.yes_or_no(
        "Of a check: does it show a substantiated finding of abuse or neglect?", "Such a finding bars employment."
    )
    recovery_support_percent = fields.whole_number(
        "Of a job description: percent of the work that is recovery support", "From 0 to 100."
    )
    note = fields.short_text("Note", "Such as where the paper is kept.")


class EmploymentForm(EntryForm):
    """How somebody is engaged, and to which day."""

    engagement = fields.word("How they are engaged", Engagement)
    is_full_time = fields.yes_or_no("Full time?")
    ended_on = fields.day("Last day of employment", LAST_DAY)


class LinkForm(EntryForm):
    """The days of a supervision."""

    starts_on = fields.day("First day")
    ends_on = fields.day("Last day", LAST_DAY)


class _Supervised(EntryForm):
    """Whatever names a supervisor among the staff of the program."""

    supervisor = fields.one_of("Supervisor", [])

    def __init__(self, *args: Any, people: Iterable[StaffMember] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {str(member.pk): member for member in people}
        field = self.fields["supervisor"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "Choose"), *((key, called(member)) for key, member in self.people.items())]

    def clean_supervisor(self) -> StaffMember | None:
        """The staff member chosen."""
        return self.people.get(self.cleaned_data["supervisor"])


class NewLinkForm(_Supervised):
    """Who supervises somebody from a day."""

    starts_on = fields.day("First day")
    ends_on = fields.day("Last day", LAST_DAY)
    is_instead = fields.yes_or_no("Does the supervision in force until then end?", "If not, it goes on beside it.")


class SessionForm(EntryForm):
    """The day and length of a session."""

    held_on = fields.day("Held on")
    hours = forms.DecimalField(
        label="Hours", required=False, min_value=0, max_digits=4, decimal_places=2, help_text="Such as 1 or 0.75."
    )


class NewSessionForm(_Supervised):
    """One session in the supervision log."""

    held_on = fields.day("Held on")
    hours = forms.DecimalField(
        label="Hours", required=False, min_value=0, max_digits=4, decimal_places=2, help_text="Such as 1 or 0.75."
    )


def called(member: StaffMember) -> str:
    """A staff member in a list: name, number, title."""
    return ", ".join(filter(None, (member.name, member.staff_number, member.title)))
