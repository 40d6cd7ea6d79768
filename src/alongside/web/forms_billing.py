"""What is entered about codes and units."""

from __future__ import annotations

from typing import Any

from django import forms

from alongside.records.models import Funding, Modality, Role, Service

from . import fields
from .entry import EntryForm


class FeeScheduleForm(EntryForm):
    """A file of lines, with where and when they were read."""

    source_url = fields.short_text(
        "Where the schedule was read", "The address of the page, or the name of the document."
    )
    read_on = fields.day("The day it was read")
    file = forms.FileField(label="CSV file", help_text="All lines are loaded, or none with every reason.")


class CodeEndedForm(EntryForm):
    """The last day of a line."""

    ends_on = fields.day("Last day it held")


class HowBilledForm(EntryForm):
    """In which role a service was given, and how it is billed. `held` are the roles its giver held that day."""

    role = fields.one_of("Given in the role of", [], widget=fields.radios())
    billed_as = fields.one_of("Billed under", [], "Empty: under the role in which it was given.")
    funding = fields.word("Who pays", Funding)
    modality = fields.word("To one person or a group", Modality)
    attendee_count = fields.whole_number("How many took part")
    is_clinical = fields.yes_or_no("Were clinical functions performed?", "Whoever gave the service says so.")
    has_clinical_requirements = fields.yes_or_no("Were all clinical requirements of the service met?")
    has_im_cans = fields.yes_or_no("Was it made with the IM+CANS?", "Only of an IATP.")
    reason = fields.short_text("Why it is corrected", "It is kept with what it was before.")

    CLINICAL = ("is_clinical", "has_clinical_requirements", "has_im_cans")

    def __init__(self, *args: Any, held: list[str], service: Service, says_clinical: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        of_role = [role for role in Role if role in held or role == service.role]
        self.fields["role"].choices = [(role.value, role.label) for role in of_role]
        under = [role for role in Role if role in held or role == service.billed_as]
        self.fields["billed_as"].choices = [("", fields.NOT_RECORDED), *((role.value, role.label) for role in under)]
        left_out = set() if says_clinical else set(self.CLINICAL)
        left_out |= set() if service.kind == "iatp" else {"has_im_cans"}
        for name in left_out:
            del self.fields[name]
