"""What somebody is typing, kept until it is sent; and which forms were sent, so that none is taken twice."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import UniqueConstraint
from django.db.models.functions import Now


class OwnTyping(models.Model):
    """Belongs to one user in one program; nobody else sees it, and the ledger does not keep it."""

    is_ledgered = False
    program = models.ForeignKey("access.Program", on_delete=models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")

    class Meta:
        abstract = True


class Draft(OwnTyping):
    """The fields of a page as they were typed, in the form a browser sends them. One for each page and user."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False, db_column="draft_id")
    page = models.TextField()
    typed = models.TextField()
    saved_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "draft"
        constraints = [UniqueConstraint(fields=["program", "user", "page"], name="draft_once")]


class Submission(OwnTyping):
    """A form that was taken, by the token it carried, and the address it led to."""

    token = models.UUIDField(primary_key=True, editable=False)
    led_to = models.TextField(default="", db_default="")
    taken_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "submission"
