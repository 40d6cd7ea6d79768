"""Hours and units on the way to a certificate, and the application for it, as they are entered."""

from __future__ import annotations

from typing import Any

from django import forms

from alongside.packs.illinois_peer.credential_asks import ASKS
from alongside.records.models import CredentialDomain, CredentialPart, PeerCredential

from . import fields
from .entry import EntryForm, Values

BY_WORDS = {domain.label.lower(): domain for domain in CredentialDomain}


def counted(kind: str) -> list[tuple[str, str]]:
    """What hours can count as for one credential: each part and domain the sources name, as PART:DOMAIN."""
    return [
        (
            f"{ask.part}:{BY_WORDS[ask.domain.lower()].value}",
            f"{CredentialPart(ask.part).label}: {ask.domain if ask.domain != 'in all' else 'in no domain of its own'}",
        )
        for ask in ASKS
        if ask.credential == kind
    ]  # fmt: skip


def hours_field(label: str, hint: str = "") -> forms.DecimalField:
    """Hours with two decimals."""
    return forms.DecimalField(label=label, help_text=hint, required=False, min_value=0, max_digits=6, decimal_places=2)


class HoursForm(EntryForm):
    """Hours or units of one credential."""

    counts_as = fields.one_of("Counts as", [], "What the Board asks for, part by part.")
    done_on = fields.day("Done on", "The last day, where it was a stretch of time.")
    hours = hours_field("Hours or units", "Such as 6 or 1.5.")
    what = fields.short_text("What it was", "Such as the class and who held it, or where you worked.")

    column_labels = {"part": "Counts as", "domain": "Counts as", "kind": "Counts as"}

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["counts_as"].choices = [("", "Choose"), *counted(kind)]  # type: ignore[attr-defined]

    @property
    def recorded(self) -> Values:
        """What was entered, as the record takes it."""
        said = self.values
        part, _, domain = (said.pop("counts_as") or "").partition(":")
        return {**said, "part": part or None, "domain": domain or None}


class ApplicationForm(EntryForm):
    """An application to the Illinois Certification Board."""

    kind = fields.word("For which credential", PeerCredential)
    opened_on = fields.day("Opened on", "It stays open up to one year.")
    completed_on = fields.day("Complete on", "Empty until it is.")
    training_hours = hours_field("Hours of training shown", "Hours of training logged here are added by themselves.")
