"""What is entered about codes and units."""

from __future__ import annotations

from django import forms

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
