"""Forms that take more than a choice."""

from __future__ import annotations

from django import forms

from alongside.exchange.mapping import Mapping
from alongside.exchange.mapping_file import parse, shipped
from alongside.exchange.problems import Refused

MAPPING_BYTES = 1_000_000


class ImportForm(forms.Form):
    """A tracker to import, and how it is read where that was saved. The file travels with each step; none is kept."""

    file = forms.FileField(
        label="Tracker",
        help_text="An Excel workbook (.xlsx) or a text file (.csv), up to 30 MB.",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
        error_messages={"required": "Choose the file to import.", "empty": "The file is empty (0 bytes)."},
    )
    mapping = forms.FileField(
        label="How it is read (optional)",
        required=False,
        help_text="A mapping saved from an earlier import (.toml). Without one the usual headings and words are known.",
        widget=forms.ClearableFileInput(attrs={"accept": ".toml"}),
    )

    def clean_mapping(self) -> Mapping:
        """The mapping as it was saved, or the one that ships."""
        given = self.cleaned_data["mapping"]
        if not given:
            return shipped()
        if given.size > MAPPING_BYTES:
            raise forms.ValidationError("This is no mapping: it is larger than 1 MB. Give a file saved from this page.")
        try:
            return parse(given.read().decode("utf-8-sig"), given.name)
        except UnicodeDecodeError:
            raise forms.ValidationError("The mapping is not written in UTF-8. Save it as UTF-8.") from None
        except Refused as refused:
            raise forms.ValidationError(str(refused)) from refused
