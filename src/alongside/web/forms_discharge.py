"""What is entered about a discharge and its summary."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from alongside.records.models.words import DischargeCause

from . import fields
from .entry import EntryForm
from .written_parts import composed, parted

CONDITION = "Status and condition at discharge"
IN_OWN_WORDS = "In my own words"
AS_PROVIDERS_SEE = "As the providers see it"
TOWARD = "Toward the outcome: "


class DischargeForm(EntryForm):
    """How an enrollment ends."""

    discharged_on = fields.day("Day of the discharge", "The last day of the enrollment.")
    is_planned = forms.TypedChoiceField(
        label="Planned or unplanned", choices=[("planned", "Planned"), ("unplanned", "Unplanned")], required=False,
        widget=fields.radios(), coerce=lambda word: word == "planned", empty_value=None,
        help_text="Your choice. The page does not define the words; agreed in advance is planned.",
    )  # fmt: skip
    planned_reason = fields.long_text("Why you call it so", rows=2)
    cause = fields.word("What ended it", DischargeCause)
    last_contact_on = fields.day("Last contact", "The last day anybody reached them.")
    is_involuntary = fields.yes_or_no(
        "Against their will?", "Whether the program ends it and the participant does not agree."
    )
    has_summary = fields.yes_or_no("Is there a discharge summary on paper?", "It can be written here as well.")


class StateRecordForm(EntryForm):
    """The entry in the state's system."""

    pps_recorded_on = fields.day("Entered in PPS on", "The state's Program Participation System.")


class NoticeForm(EntryForm):
    """What the written notice came with."""

    has_notice_summary = fields.yes_or_no("With a copy of the discharge summary")
    has_notice_reapply = fields.yes_or_no("With how to apply again")
    has_notice_hearing = fields.yes_or_no("With the fair-hearing procedure")


class SummaryForm(EntryForm):
    """The discharge summary, part by part: progress is asked for each outcome of the service plan.

    `outcomes` are the plan's. `texts` gives the summary's columns; each joins its parts under their headings.
    """

    column_labels = {"progress": "Status, condition and progress", "resume_when": "What would bring them back"}

    reason = fields.long_text("Reason for the discharge", rows=3)
    condition = fields.long_text(CONDITION, "How they are now: health, home, work, people.", rows=4)
    own_words = fields.long_text(
        "What would bring me back, in the participant's own words",
        "As they say it. Leave it empty if nobody could ask.",
        3,
    )
    as_seen = fields.long_text("What would bring them back, as the providers see it", rows=3)
    amended_reason = fields.long_text(
        "Why it is amended", "The signed summary stays as it is; this one is written beside it.", 2
    )

    def __init__(self, *args: Any, outcomes: Sequence[str] = (), is_amendment: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.outcomes = list(outcomes)
        progress = {
            f"progress_{n}": fields.long_text(outcome, "Progress toward this outcome.", rows=2)
            for n, outcome in enumerate(self.outcomes)
        }
        after = list(self.fields).index("condition") + 1
        together = list(self.fields.items())
        self.fields = dict(together[:after] + list(progress.items()) + together[after:])
        if not is_amendment:
            del self.fields["amended_reason"]

    @property
    def texts(self) -> dict[str, str | None]:
        """The three texts of the summary."""
        said = self.values
        toward = [(TOWARD + outcome, said[f"progress_{n}"]) for n, outcome in enumerate(self.outcomes)]
        return {
            "reason": said["reason"],
            "progress": composed([(CONDITION, said["condition"]), *toward]),
            "resume_when": composed([(IN_OWN_WORDS, said["own_words"]), (AS_PROVIDERS_SEE, said["as_seen"])]),
        }


def outcomes_in(progress: str | None) -> list[str]:
    """The outcomes a summary already speaks of."""
    lines = (line.strip() for line in (progress or "").splitlines())
    return [line.removeprefix(TOWARD) for line in lines if line.startswith(TOWARD)]


def told_in_parts(text: str | None) -> list[tuple[str, str]]:
    """A text of the summary to read: each part with its heading, empty where it has none."""
    headings = [CONDITION, IN_OWN_WORDS, AS_PROVIDERS_SEE, *(TOWARD + outcome for outcome in outcomes_in(text))]
    return [(heading, part) for heading, part in parted(text, headings).items() if part]


def as_written(
    reason: str | None, progress: str | None, resume_when: str | None, outcomes: Sequence[str]
) -> dict[str, Any]:
    """What the form starts from to show a summary. What stands under no heading is the condition, or the providers'."""
    headings = [TOWARD + outcome for outcome in outcomes]
    known, back = parted(progress, [CONDITION, *headings]), parted(resume_when, [IN_OWN_WORDS, AS_PROVIDERS_SEE])
    own = {f"progress_{n}": known[heading] for n, heading in enumerate(headings)}
    return {
        "reason": reason,
        "condition": "\n\n".join(filter(None, (known[""], known[CONDITION]))),
        **own,
        "own_words": back[IN_OWN_WORDS],
        "as_seen": "\n\n".join(filter(None, (back[""], back[AS_PROVIDERS_SEE]))),
    }
