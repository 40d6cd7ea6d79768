"""Uploading a blank form of the state's, and saying which text goes where."""

from __future__ import annotations

from typing import Any

from django import forms

from alongside.exchange.forms.word import Place, places
from alongside.exchange.forms.word_look import LARGEST
from alongside.exchange.problems import Refused
from alongside.exchange.tried import tried
from alongside.records.models import DocumentKind

from . import fields
from .entry import EntryForm


class StateFormForm(EntryForm):
    """A blank form."""

    number = fields.short_text("Form number", "As printed on it, for example F-00202.")
    edition = fields.short_text("Edition", "The month and year printed beside the number, if there is one.")
    kind = forms.ChoiceField(label="Which record it is for", choices=DocumentKind.choices)
    file = forms.FileField(
        label="The blank form",
        help_text="A Word document (.docx) of at most 10 MB, without macros. Downloaded from the state, not filled in.",
        widget=forms.ClearableFileInput(attrs={"accept": ".docx"}),
        error_messages={"required": "Choose the blank form.", "empty": "The file is empty."},
    )

    def clean_file(self) -> Any:
        """A form that can be filled in; its places stand in `found`."""
        given = self.cleaned_data["file"]
        if given.size > LARGEST:
            raise forms.ValidationError(f"The file has {given.size / 1_000_000:.0f} MB; at most 10 MB are taken.")
        content = given.read()
        try:
            tried(content, given.name, "word")
            self.found = places(content, given.name)
        except Refused as refused:
            raise forms.ValidationError(str(refused)) from refused
        return {"content": content, "name": given.name}


class MatchForm(EntryForm):
    """For each place of a form, the text that goes there. `found` are its places, `known` the names of texts."""

    def __init__(self, *args: Any, found: list[Place], known: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = found
        for nth, place in enumerate(found):
            chosen = (self.initial.get("places") or {}).get(place.name, "")
            names = [*known, chosen] if chosen and chosen not in known else known
            choices = [("", "Leave as it is"), *((name, name) for name in names)]
            self.fields[f"place-{nth}"] = fields.one_of(place.label, choices, initial=chosen)

    @property
    def places(self) -> dict[str, str]:
        """Names of places to names of texts, without those left as they are."""
        chosen = ((place.name, self.cleaned_data[f"place-{nth}"]) for nth, place in enumerate(self.found))
        return {name: text for name, text in chosen if text}
