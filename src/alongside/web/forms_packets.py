"""What is entered about a packet and its items."""

from __future__ import annotations

from . import fields
from .entry import EntryForm


class AboutPacketForm(EntryForm):
    """What stands on its first page."""

    authority = fields.short_text(
        "What the state refers to when it asks",
        "Such as “Letter of 2 November 2026”. Who audits a program gives its authority in writing (DHS 92.04).",
    )
    has_substance_use_records = fields.yes_or_no(
        "Are there records in it that 42 CFR part 2 covers?",
        "Records of a substance use disorder program. While nobody has said so, the statement speaks of them.",
    )


class ChooseForm(EntryForm):
    """Another record of the same kind; the view sets which there are."""

    record = fields.one_of("Which one", [])

    def __init__(self, *args: object, choices: list[tuple[str, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["record"].choices = choices
        self.fields["record"].widget = fields.radios()
        self.fields["record"].widget.choices = choices


class ReasonForm(EntryForm):
    """Why something is not in the packet."""

    reason = fields.long_text("Why it is not in the packet", "The state reads this on the packet’s first page.", rows=3)
