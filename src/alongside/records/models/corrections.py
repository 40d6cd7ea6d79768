"""What people changed of records that a file had told: a later import leaves that alone."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import UniqueConstraint

from .record import Known, day, row_key


class Correction(models.Model):
    """One field of one imported record that a person changed since. `was` is what the file had told, as text."""

    id = row_key("correction_id")
    program = models.ForeignKey("access.Program", on_delete=models.PROTECT, related_name="+")
    table_name = models.TextField()
    record_key = models.UUIDField()
    field = models.TextField()
    was = Known()
    corrected_on = day()
    corrected_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        db_table = "correction"
        constraints = [UniqueConstraint(fields=["program", "record_key", "field"], name="correction_once")]

    def __str__(self) -> str:
        return f"{self.table_name} {self.record_key}: {self.field}"
