"""The state's own blank forms, as the agency uploaded them, and which text goes where."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q

from .documents import DocumentKind
from .kept import Kept, sha256_of_bytes
from .record import ProgramRecord, row_key


class StateForm(Kept):
    """A blank Word form, kept as it was uploaded. A newer edition is another row; the newest of a number is used."""

    id = row_key("state_form_id")
    number = models.TextField()
    edition = models.TextField(blank=True, default="", db_default="")
    kind = models.TextField(choices=DocumentKind.choices)
    name = models.TextField()
    content = models.BinaryField()
    content_hash = sha256_of_bytes("content")
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)

    class Meta:
        db_table = "state_form"
        verbose_name = "state form"
        ordering = ["number", "-created_at"]
        constraints = [
            CheckConstraint(name="state_form_kind_word", condition=Q(kind__in=DocumentKind.values)),
            CheckConstraint(name="state_form_number_written", condition=~Q(number__regex=r"^\s*$")),
        ]


class FormMatch(ProgramRecord):
    """Which text of a document goes to which place of a form: names of places to names of texts."""

    id = row_key("form_match_id")
    state_form = models.OneToOneField(StateForm, on_delete=models.PROTECT, related_name="match")
    places = models.JSONField(default=dict)

    class Meta:
        db_table = "form_match"
        verbose_name = "form match"
