"""The kinds of field a record is entered in. Each takes its label, and a hint where one helps; none is required unless
it says so: what a record needs is for the action to say, with its reason."""

from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import TextChoices
from django.utils import timezone

from alongside.facts.world import FIRST_YEAR, LAST_YEAR

FEW = 6
NOT_A_DAY = "This is no day. Choose one, or write it as 2026-11-20."
NOT_RECORDED = "Not recorded"
TOO_FAR = f"No record has a day before {FIRST_YEAR} or after {LAST_YEAR}. Look at the year."


def short_text(label: str, hint: str = "", **more: Any) -> forms.CharField:
    """One line."""
    return forms.CharField(label=label, help_text=hint, required=False, max_length=20_000, **more)


def long_text(label: str, hint: str = "", rows: int = 4, **more: Any) -> forms.CharField:
    """Several lines; grows with what is typed."""
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, help_text=hint, required=False, max_length=20_000, widget=area, **more)


def within(found: datetime.date | None) -> datetime.date | None:
    """The day, where it is near enough to be one of a record. Raises ValidationError."""
    if found is not None and not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise ValidationError(TOO_FAR, code="far")
    return found


class Day(forms.DateField):
    """A day the rules can be asked about: further out it is a slip of the pen."""

    def to_python(self, value: Any) -> datetime.date | None:
        """The day. Raises ValidationError beside the field."""
        found: datetime.date | None = super().to_python(value)
        return within(found)


def day(label: str, hint: str = "", **more: Any) -> Day:
    """A calendar day, from the browser's own calendar."""
    calendar = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    wrong = {"invalid": NOT_A_DAY}
    return Day(label=label, help_text=hint, required=False, widget=calendar, error_messages=wrong, **more)


def time_of_day(label: str, hint: str = "", **more: Any) -> forms.TimeField:
    """Hours and minutes."""
    clock = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
    wrong = {"invalid": "This is no time of day. Write it as 14:30."}
    return forms.TimeField(label=label, help_text=hint, required=False, widget=clock, error_messages=wrong, **more)


class Moment(forms.DateTimeField):
    """A day and a time in the program's own time zone."""

    def to_python(self, value: Any) -> datetime.datetime | None:
        """The moment. Raises ValidationError beside the field."""
        found: datetime.datetime | None = super().to_python(value)
        within(found and found.date())
        return found

    def prepare_value(self, value: Any) -> Any:
        """As the browser's field wants it, which knows no zone."""
        return f"{timezone.localtime(value):%Y-%m-%dT%H:%M}" if hasattr(value, "tzinfo") and value.tzinfo else value


def moment(label: str, hint: str = "", **more: Any) -> Moment:
    """A day and a time."""
    both = forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"})
    wrong = {"invalid": "This is no day and time. Choose both, or write 2026-11-20 14:30."}
    return Moment(label=label, help_text=hint, required=False, widget=both, error_messages=wrong, **more)


def radios() -> forms.RadioSelect:
    """Buttons to choose one from."""
    return forms.RadioSelect(attrs={"class": "usa-radio__input"})


def word(label: str, words: type[TextChoices], hint: str = "", blank: str = NOT_RECORDED, **more: Any) -> Any:
    """One of a few words: buttons to choose from where they are few, else a list."""
    choices = [*words.choices] if len(words.choices) <= FEW else [("", blank), *words.choices]
    widget: Any = radios() if len(words.choices) <= FEW else forms.Select
    return forms.ChoiceField(label=label, help_text=hint, required=False, choices=choices, widget=widget, **more)


def one_of(label: str, choices: list[tuple[str, str]], hint: str = "", **more: Any) -> forms.ChoiceField:
    """One of some rows, by key; a form sets its choices when it is made."""
    return forms.ChoiceField(label=label, help_text=hint, required=False, choices=choices, **more)


def yes_or_no(label: str, hint: str = "", **more: Any) -> forms.TypedChoiceField:
    """Yes, no, or not recorded."""
    return forms.TypedChoiceField(
        label=label, help_text=hint, required=False, choices=[("yes", "Yes"), ("no", "No")], widget=radios(),
        coerce=lambda said: said == "yes", empty_value=None, **more,
    )  # fmt: skip


def as_yes_or_no(value: bool | None) -> str:
    """What `yes_or_no` starts from."""
    return {True: "yes", False: "no", None: ""}[value]


def whole_number(label: str, hint: str = "", **more: Any) -> forms.IntegerField:
    """A whole number from zero."""
    return forms.IntegerField(label=label, help_text=hint, required=False, min_value=0, max_value=100_000, **more)


def dollars(label: str, hint: str = "", **more: Any) -> forms.DecimalField:
    """Dollars and cents."""
    return forms.DecimalField(label=label, help_text=hint, required=False, max_digits=10, decimal_places=2, **more)
