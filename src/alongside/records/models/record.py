"""What every record has in common, and the few fields and constraints all of them are made with."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Self
from uuid import uuid4

from django.db import models
from django.db.models import CheckConstraint, F, Q
from django.db.models.functions import Now

if TYPE_CHECKING:
    Text = models.TextField[str | None, str | None]
else:
    Text = models.TextField


class Known(Text):
    """Text, or NULL where it is not known. Blank text is not known either, so it never reaches the database."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"null": True, "blank": True, **kwargs})

    def deconstruct(self) -> Any:
        """As a migration writes it. Words and their labels are not the column's: `only_words` holds them."""
        name, path, args, kwargs = super().deconstruct()
        for said_elsewhere in ("choices", "null", "blank"):
            kwargs.pop(said_elsewhere, None)
        return name, path, args, kwargs

    def get_prep_value(self, value: Any) -> Any:
        """The text without the spaces around it; None where nothing is left."""
        text = super().get_prep_value(value)
        return (text.strip() or None) if isinstance(text, str) else text


class Periods(models.QuerySet[Any]):
    """Rows that run from one day to another, last day included. A row with no first day has always begun."""

    def current(self, on: datetime.date) -> Self:
        """Those in force on that day."""
        begun = Q(starts_on__isnull=True) | Q(starts_on__lte=on)
        return self.filter(begun, Q(ends_on__isnull=True) | Q(ends_on__gte=on))


class ProgramRecord(models.Model):
    """A row that belongs to one program and can be corrected. `version` goes up by one with every correction."""

    program = models.ForeignKey("access.Program", on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1, db_default=1)
    created_at = models.DateTimeField(db_default=Now(), editable=False)
    imported_from = models.TextField(blank=True, default="", db_default="")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        # Ends up in logs and error pages: the key tells an engineer enough and a stranger nothing.
        return f"{self._meta.verbose_name} {self.pk}"


def row_key(column: str) -> models.UUIDField[Any, Any]:
    """The primary key, stored under the name the facts know it by."""
    return models.UUIDField(primary_key=True, default=uuid4, editable=False, db_column=column)


def word(*words: type[models.TextChoices]) -> Known:
    """One of a few words, or not known; of several programs' words, any. Pair it with `only_words`."""
    return Known(choices=[choice for own in words for choice in own.choices])


def hours() -> models.DecimalField[Any, Any]:
    """Hours with two decimals, or not known. Pair it with `hours_in_a_day` where it is one day's."""
    return models.DecimalField(max_digits=6, decimal_places=2, null=True, blank=True)


def day() -> models.DateField[Any, Any]:
    """A day, or not known."""
    return models.DateField(null=True, blank=True)


def instant() -> models.DateTimeField[Any, Any]:
    """A moment, or not known."""
    return models.DateTimeField(null=True, blank=True)


def yes() -> models.BooleanField[Any, Any]:
    """Yes, no, or nobody has recorded it."""
    return models.BooleanField(null=True, blank=True)


def only_words(table: str, field: str, *words: type[models.TextChoices]) -> CheckConstraint:
    """The database refuses any word that is not a choice."""
    known = [value for own in words for value in own.values]
    return CheckConstraint(name=f"{table}_{field}_word", condition=Q(**{f"{field}__in": known}))


def in_order(table: str, first: str, last: str) -> CheckConstraint:
    """One day is not before another. Either may be unknown."""
    return CheckConstraint(name=f"{table}_{last}_order", condition=Q(**{f"{last}__gte": F(first)}))


def together(table: str, one: str, other: str) -> CheckConstraint:
    """Both known or neither, as with who and when."""
    neither = Q(**{f"{one}__isnull": True, f"{other}__isnull": True})
    both = Q(**{f"{one}__isnull": False, f"{other}__isnull": False})
    return CheckConstraint(name=f"{table}_{one}_together", condition=neither | both)


def not_below_zero(table: str, field: str) -> CheckConstraint:
    """Nothing or more."""
    return CheckConstraint(name=f"{table}_{field}_range", condition=Q(**{f"{field}__gte": 0}))


def above_zero(table: str, field: str, at_most: int | None = None) -> CheckConstraint:
    """More than nothing, and no more than fits."""
    condition = Q(**{f"{field}__gt": 0})
    if at_most is not None:
        condition &= Q(**{f"{field}__lte": at_most})
    return CheckConstraint(name=f"{table}_{field}_range", condition=condition)
