"""Files that prove what is recorded of the network: the signed agreement, the license, the letter of approval."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q

from .agencies import Provider
from .attachments import MediaType
from .kept import Kept, sha256_of_bytes
from .network_words import ProvenBy
from .record import row_key


class ProviderFile(Kept):
    """A file of a provider's record. `record` is the key of the record it proves."""

    id = row_key("provider_file_id")
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="files")
    kind = models.TextField(choices=ProvenBy.choices)
    record = models.UUIDField()
    name = models.TextField()
    media_type = models.TextField(choices=MediaType.choices)
    content = models.BinaryField()
    content_hash = sha256_of_bytes("content")
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        db_table = "provider_file"
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["kind", "record"], name="provider_file_of_record")]
        constraints = [
            CheckConstraint(name="provider_file_kind_word", condition=Q(kind__in=ProvenBy.values)),
            CheckConstraint(name="provider_file_media_type_word", condition=Q(media_type__in=MediaType.values)),
        ]
