"""What a correction changed: by whom, from what, to what."""

from __future__ import annotations

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from .kept import Kept
from .participants import Participant
from .record import row_key


class Correction(Kept):
    """One correction of one record. `record` is its key, `version` the one it led to.

    `before` and `after` map the fields that changed to their values as JSON writes them.
    """

    id = row_key("correction_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="corrections", null=True)
    about = models.TextField()
    record = models.UUIDField()
    version = models.PositiveIntegerField()
    before = models.JSONField(encoder=DjangoJSONEncoder)
    after = models.JSONField(encoder=DjangoJSONEncoder)
    corrected_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        db_table = "correction"
        ordering = ["-version"]
        indexes = [models.Index(fields=["record", "version"], name="correction_of_record")]
