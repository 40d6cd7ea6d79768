"""What was changed in a record: by whom, from what, to what."""

from __future__ import annotations

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from .kept import Kept
from .participants import Participant
from .record import Known, row_key


class Change(Kept):
    """One change of one record. `record` is its key, `version` the one it led to.

    `before` and `after` map the fields that changed to their values as JSON writes them. `reason`
    says why, where that is asked.
    """

    id = row_key("record_change_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="changes", null=True)
    about = models.TextField()
    record = models.UUIDField()
    version = models.PositiveIntegerField()
    before = models.JSONField(encoder=DjangoJSONEncoder)
    after = models.JSONField(encoder=DjangoJSONEncoder)
    reason = Known()
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        db_table = "record_change"
        ordering = ["-version"]
        indexes = [models.Index(fields=["record", "version"], name="record_change_of_record")]
