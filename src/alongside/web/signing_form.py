"""The form somebody signs with: drawn, typed, or the scanned page; staff by their own sign-in."""

from __future__ import annotations

import json
from typing import Any

from django import forms

from alongside.access.models import User
from alongside.records.actions import Hand, attach
from alongside.records.drawing import HEIGHT, WIDTH
from alongside.records.media import LARGEST
from alongside.records.models import Method

from .fields import Day
from .signers import Place

HANDS = ((Method.DRAWN, "Draw"), (Method.TYPED, "Type the name"), (Method.SCANNED, "Attach the signed page"))
AT = {"drawing": "drawing", "typed_name": "typed_name", "file": "scan", "signed_on": "signed_on"}


class SigningForm(forms.Form):
    """What a signer gives. `changed` is the sentence where the record was changed after it was shown."""

    content_hash = forms.CharField(widget=forms.HiddenInput)
    method = forms.ChoiceField(choices=HANDS, widget=forms.RadioSelect, required=False, label="How to sign")
    drawing = forms.CharField(widget=forms.HiddenInput, required=False)
    typed_name = forms.CharField(label="Full name", required=False, max_length=200)
    scan = forms.FileField(
        label="The signed page",
        required=False,
        help_text="A PDF, PNG or JPEG of up to 15 MB.",
        widget=forms.ClearableFileInput(attrs={"accept": "application/pdf,image/png,image/jpeg"}),
    )
    signed_on = Day(
        label="The day written beside the signature",
        required=False,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    password = forms.CharField(widget=forms.PasswordInput(render_value=False), required=False, strip=False)
    code = forms.CharField(required=False)

    def __init__(self, *args: Any, place: Place, is_seat: bool, **kwargs: Any) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.place = place
        self.is_own = place.is_staffs or is_seat
        self.changed = ""
        self.fields["typed_name"].widget.attrs["autocomplete"] = "off"

    def clean(self) -> dict[str, Any]:
        """A signature is drawn, typed or scanned, unless it is given by one's own sign-in."""
        given = super().clean() or self.cleaned_data
        if self.is_own:
            return given
        needs = {
            Method.DRAWN: ("drawing", "Draw in the box first, or type the name."),
            Method.TYPED: ("typed_name", "Type the full name."),
            Method.SCANNED: ("scan", "Choose the file with the signed page."),
        }
        method = given.get("method")
        if not method:
            self.add_error("method", "Choose how to sign.")
        elif not given.get(needs[Method(method)][0]) and needs[Method(method)][0] not in self.errors:
            self.add_error(*needs[Method(method)])
        if method == Method.SCANNED and not given.get("signed_on") and "signed_on" not in self.errors:
            self.add_error("signed_on", "Write the day that stands beside the signature.")
        scan = given.get("scan")
        if scan and scan.size > LARGEST:
            self.add_error("scan", "The file is larger than 15 MB. Scan at a lower resolution.")
        return given

    def hand(self, record: Any, *, by: User) -> Hand:
        """How it was signed. A scanned page is kept with the record first. Raises `Problems`."""
        given = self.cleaned_data
        if self.is_own:
            return Hand(Method.OWN_SIGN_IN)
        if given["method"] == Method.DRAWN:
            return Hand(Method.DRAWN, drawing=given["drawing"])
        if given["method"] == Method.TYPED:
            return Hand(Method.TYPED, typed_name=given["typed_name"])
        page = attach(record=record, content=given["scan"].read(), name=given["scan"].name, by=by)
        return Hand(Method.SCANNED, attachment=page, signed_on=given["signed_on"])

    def refuse(self, problems: list[tuple[str, str]]) -> None:
        """Put each reason beside the field it is about."""
        for field, words in problems:
            self.add_error(AT.get(field), words)

    @property
    def chosen(self) -> str:
        """The way of signing shown first."""
        return str(self["method"].value() or Method.DRAWN)

    @property
    def box(self) -> str:
        """The size of the box to draw in, as an SVG says it."""
        return f"0 0 {WIDTH} {HEIGHT}"


def shown_content(content: str) -> dict[str, Any]:
    """The content as a page shows it."""
    return dict(json.loads(content))
