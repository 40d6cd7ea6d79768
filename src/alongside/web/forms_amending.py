"""Why what is signed is amended, and a file that is kept with a record."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from django import forms

from alongside.records.media import LARGEST, TAKEN
from alongside.records.problems import nothing

from . import fields
from .entry import EntryForm, sentence


class AmendmentForm(EntryForm):
    """The texts of something signed, as `asked`, and why they are changed."""

    amended_reason = fields.long_text("Why it is amended", "Whoever reads both reads this first.", rows=2)

    def __init__(self, *args: Any, asked: Mapping[str, forms.Field], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields |= {name: deepcopy(field) for name, field in asked.items()}
        if "completed_on" in self.fields:
            self.fields["completed_on"].help_text = "The day of the amendment."


class AttachForm(EntryForm):
    """One file."""

    file = forms.FileField(
        label="The file",
        required=False,
        help_text=f"{TAKEN[0].upper()}{TAKEN[1:]} of up to 15 MB. Not taken: a PDF with a password, and one that runs "
        "something or holds other files.",
        widget=forms.FileInput(attrs={"accept": "application/pdf,image/png,image/jpeg"}),
        error_messages={"empty": "The file is empty. Save or photograph the page anew."},
    )

    def clean_file(self) -> Any:
        """The file, unless there is none or it is too large to be looked into."""
        file = self.cleaned_data.get("file")
        if file is None:
            raise forms.ValidationError(sentence(nothing("file")))
        if file.size > LARGEST:
            raise forms.ValidationError("The file is larger than 15 MB. Scan at a lower resolution.")
        return file
