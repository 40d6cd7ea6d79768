"""What is entered in the library: a copy of a document, an edition of the rate worksheet, and a worksheet."""

from __future__ import annotations

from typing import Any

from django import forms

from alongside.records.models import FieldKind, Provider, RateEdition
from alongside.records.problems import Problem

from . import fields
from .entry import EntryForm, Values

ROWS, MORE_ROWS, MOST_ROWS = 8, 8, 40


class CopyForm(EntryForm):
    """A copy of a guiding document."""

    edition = fields.short_text("Edition", "The month and year printed on it, for example 08/2016.")
    file = forms.FileField(
        label="Your copy",
        help_text="A PDF, or a PNG or JPEG picture, of at most 15 MB. Print a Word or Excel file to PDF first.",
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf,.png,.jpg,.jpeg"}),
        error_messages={"required": "Choose the file.", "empty": "The file is empty (0 bytes)."},
    )


class EditionForm(EntryForm):
    """The lines of one edition of the worksheet."""

    rows = forms.IntegerField(required=False, min_value=ROWS, max_value=MOST_ROWS, widget=forms.HiddenInput)
    name = fields.short_text("Edition", "As printed on your own copy, for example Rates 2026.")
    source = fields.long_text("Where this comes from", "The file, letter or page, with its date.", rows=2)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.count = min(MOST_ROWS, _whole(self.data.get("rows")) or ROWS)
        if "redraw" in self.data:
            self.count = min(MOST_ROWS, self.count + MORE_ROWS)
            self.data = self.data.copy()
            self.data["rows"] = str(self.count)
        for nth in range(self.count):
            self.fields[f"label_{nth}"] = fields.short_text(f"Line {nth + 1}")
            self.fields[f"kind_{nth}"] = fields.one_of(f"Line {nth + 1} holds", list(FieldKind.choices))
            summed = forms.BooleanField(label=f"Line {nth + 1} is added up", required=False)
            self.fields[f"summed_{nth}"] = summed

    @property
    def line_rows(self) -> list[tuple[forms.BoundField, forms.BoundField, forms.BoundField]]:
        """The fields of each line."""
        return [(self[f"label_{n}"], self[f"kind_{n}"], self[f"summed_{n}"]) for n in range(self.count)]

    @property
    def lines(self) -> list[list[Any]]:
        """Label, kind and whether it is added up, of each line written."""
        given = self.cleaned_data
        return [
            [given[f"label_{n}"].strip(), given[f"kind_{n}"] or FieldKind.AMOUNT.value, bool(given[f"summed_{n}"])]
            for n in range(self.count)
            if given[f"label_{n}"].strip()
        ]

    column_labels = {"lines": "Lines"}


class SheetForm(EntryForm):
    """One worksheet: the place, its days, and the lines of its edition."""

    place = fields.short_text("Place", "The home or address this rate is for.")
    provider = fields.one_of("Provider", [])
    starts_on = fields.day("From")
    ends_on = fields.day("To", "Empty while it is in use.")

    def __init__(self, *args: Any, edition: RateEdition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.edition = edition
        self.fields["provider"] = fields.one_of(
            "Provider", [("", "None named"), *((str(one.pk), one.name) for one in Provider.objects.all())]
        )
        for nth, (label, kind, is_summed) in enumerate(edition.lines):
            hint = "Added up by this edition." if is_summed else ""
            make = fields.short_text if kind == FieldKind.AMOUNT else fields.long_text
            self.fields[f"line_{nth}"] = make(label, hint)

    @property
    def said(self) -> Values:
        """The sheet, as the actions take it."""
        given = self.values
        entries = {
            label: given[f"line_{nth}"] for nth, (label, _, _) in enumerate(self.edition.lines) if given[f"line_{nth}"]
        }
        provider = Provider.objects.filter(pk=given["provider"]).first() if given["provider"] else None
        days = {"starts_on": given["starts_on"], "ends_on": given["ends_on"]}
        return {"place": given["place"], "provider": provider, **days, "entries": entries}

    def refuse(self, problems: Any) -> None:
        """Put what is wrong with a line beside that line."""
        lines = {label: f"line_{nth}" for nth, (label, _, _) in enumerate(self.edition.lines)}
        problems.problems = tuple(
            Problem(lines.get(one.field, one.field), one.found, one.expected, one.fix) for one in problems.problems
        )
        super().refuse(problems)


def _whole(text: Any) -> int:
    return int(text) if isinstance(text, str) and text.isascii() and text.isdigit() and len(text) < 4 else 0
