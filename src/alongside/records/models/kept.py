"""What is written once and never changed: the database refuses updates and deletions, whoever asks."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.db import models
from django.db.models import CheckConstraint, F, Func, GeneratedField, Q, Value
from django.db.models.functions import Now


class Kept(models.Model):
    """A row of one program that stays as it was written. The runtime role may add rows and read them, no more."""

    is_written_once = True

    program = models.ForeignKey("access.Program", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"


def sha256_of_text(column: str) -> GeneratedField[Any, Any]:
    """The SHA-256 of a text column in hexadecimal digits, worked out by the database."""
    hashed = Func(F(column), function="sha256_of_text")
    return GeneratedField(expression=hashed, output_field=models.TextField(), db_persist=True)


def sha256_of_bytes(column: str) -> GeneratedField[Any, Any]:
    """The same of a column of bytes."""
    hashed = Func(Func(F(column), function="sha256"), Value("hex"), function="encode")
    return GeneratedField(expression=hashed, output_field=models.TextField(), db_persist=True)


def whose(table: str) -> CheckConstraint:
    """It is a participant's or a staff member's, never both and never nobody's."""
    is_participants = Q(participant__isnull=False, staff__isnull=True)
    return CheckConstraint(
        name=f"{table}_whose", condition=is_participants | Q(participant__isnull=True, staff__isnull=False)
    )


def canonical(content: dict[str, Any]) -> str:
    """The one text a content is hashed as: JSON, keys in order, no spaces, as RFC 8785 writes it."""
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def sha256(text: str) -> str:
    """Hexadecimal digits over the text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()
