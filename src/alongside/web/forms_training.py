"""What is asked about training: what one person was trained in, a class for many, a page signed by hand."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from django import forms

from alongside.records.actions import Held
from alongside.records.media import LARGEST
from alongside.records.models import StaffMember, Topic, Training, TrainingSource

from . import fields
from .entry import EntryForm

ACCEPT = {"accept": "application/pdf,image/png,image/jpeg"}


def hours_on(topic: str) -> str:
    """The name of the field with a topic's hours."""
    return f"hours_{topic}"


def _hours(label: str) -> forms.DecimalField:
    wrong = {
        "invalid": "Write the hours as a number, such as 1.5.",
        "min_value": "More than nothing, or leave it empty.",
    }
    return forms.DecimalField(
        label=label, required=False, min_value=Decimal("0.01"), max_value=24, decimal_places=2, error_messages=wrong,
        widget=forms.NumberInput(attrs={"step": "0.25", "min": "0", "max": "24", "inputmode": "decimal"}),
    )  # fmt: skip


def a_file(label: str, hint: str, **more: Any) -> forms.FileField:
    """A PDF or a picture to keep."""
    widget = forms.ClearableFileInput(attrs=ACCEPT)
    return forms.FileField(label=label, help_text=hint, required=False, widget=widget, **more)


class SessionForm(EntryForm):
    """One day's training: where the hours come from, how, what about, and the hours of each topic."""

    held_on = fields.day("Day of the training")
    source = fields.word("Where the hours come from", TrainingSource, blank="Choose one")
    method = fields.short_text(
        "Method of training", "Only if it was another way than the line above says: self-study, presentation …"
    )
    content = fields.long_text("What the course covered", "A sentence a reviewer understands.", rows=3)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["method"].widget.attrs["list"] = "methods"
        for topic in Topic:
            self.fields[hours_on(topic)] = _hours(topic.label)

    @property
    def held(self) -> Held:
        """What was held, in the records' words."""
        said = self.values
        hours = {str(topic): said[hours_on(topic)] for topic in Topic if said.get(hours_on(topic))}
        return Held(said["held_on"], hours, said["source"], said["method"], said["content"])

    @property
    def about(self) -> list[forms.BoundField]:
        """The fields about the session itself."""
        return [self[name] for name in ("held_on", "source", "method", "content")]

    @property
    def topics(self) -> list[forms.BoundField]:
        """A field for the hours of each topic."""
        return [self[hours_on(topic)] for topic in Topic]


class OwnSessionForm(SessionForm):
    """Training of one person, with its certificate where there is one."""

    file = a_file("Certificate", "If there is one: a PDF, PNG or JPEG of up to 15 MB. It can follow later.")

    def clean_file(self) -> Any:
        """No larger than is taken."""
        return not_too_large(self.cleaned_data.get("file"))


class ClassForm(SessionForm):
    """A class: the same for everybody who was there."""

    attended = forms.MultipleChoiceField(
        label="Who was there",
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "usa-checkbox__input"}),
        error_messages={"invalid_choice": "This staff member is not on your list."},
    )
    is_again = forms.BooleanField(label="Record it for them all the same", required=False)

    def __init__(self, *args: Any, staff: Sequence[tuple[str, Sequence[tuple[str, str]]]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.groups = staff
        self.fields["attended"].choices = [choice for _, group in staff for choice in group]
        self.has_duplicates = False

    @property
    def ticked(self) -> set[str]:
        """The keys ticked when the page was sent or last kept."""
        return set(self["attended"].value() or ())

    @property
    def keys(self) -> list[UUID]:
        """The staff members who were there."""
        return [UUID(key) for key in self.cleaned_data["attended"]]

    def clean(self) -> dict[str, Any]:
        """Those who have a session on the topic that day already are named, once; then it is for the writer to say."""
        said = super().clean() or self.cleaned_data
        before = self._before(said)
        self.has_duplicates = bool(before)
        if before and not said.get("is_again"):
            names = ", ".join(sorted(before))
            self.add_error(
                "attended",
                f"A session of that day on one of these topics is recorded already for: {names}. Untick them, or say "
                "below that it was another one.",
            )
        return said

    def _before(self, said: dict[str, Any]) -> set[str]:
        topics = [str(topic) for topic in Topic if said.get(hours_on(topic))]
        if not said.get("held_on") or not said.get("attended") or not topics:
            return set()
        same = Training.objects.filter(staff_id__in=said["attended"], held_on=said["held_on"], topic__in=topics)
        people = StaffMember.objects.filter(pk__in=same.values("staff_id")).select_related("person")
        return {one.name for one in people}


class PageByHandForm(EntryForm):
    """A page on which somebody of the county or Tribal agency signed by hand."""

    file = a_file("The signed page", "A PDF, PNG or JPEG of up to 15 MB.")
    signer = fields.one_of("Who signed on it", [], "Somebody of the county or Tribal agency, never who was trained.")
    signed_on = fields.day("The day written beside the signature")

    def __init__(self, *args: Any, signers: Sequence[StaffMember], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["signer"].choices = [("", "Choose one"), *((str(one.pk), one.name) for one in signers)]

    def clean_file(self) -> Any:
        """A file there is, no larger than is taken."""
        return not_too_large(self.cleaned_data.get("file"))

    def clean(self) -> dict[str, Any]:
        """All three are needed."""
        said = super().clean() or self.cleaned_data
        for name, fix in {
            "file": "Choose the file with the signed page.",
            "signer": "Choose who signed on the page.",
            "signed_on": "Write the day that stands beside the signature.",
        }.items():
            if not said.get(name) and name not in self.errors:
                self.add_error(name, fix)
        return said


def not_too_large(file: Any) -> Any:
    """The file. Raises ValidationError where it is larger than is kept."""
    if file and file.size > LARGEST:
        raise forms.ValidationError("The file is larger than 15 MB. Scan at a lower resolution.")
    return file
