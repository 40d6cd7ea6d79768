"""Private addresses under which a calendar program reads days without signing in."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.db.models.functions import Now

from alongside.access.roles import Role


class FeedScope(models.TextChoices):
    """Whose days an address gives."""

    OWN = "own", "My days"
    PROGRAM = "program", "The program’s days"


class FeedNames(models.TextChoices):
    """What stands for a person in it. A full name never does."""

    NOBODY = "nobody", "Nobody: “a participant”, “a staff member”"
    INITIALS = "initials", "Initials"


class CalendarFeed(models.Model):
    """One private address: of one reader in one role, until it is revoked. Only the hash of its secret is kept."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False, db_column="calendar_feed_id")
    program = models.ForeignKey("access.Program", on_delete=models.PROTECT, related_name="+")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    role = models.TextField(choices=Role.choices)
    scope = models.TextField(choices=FeedScope.choices)
    names = models.TextField(choices=FeedNames.choices, default=FeedNames.NOBODY, db_default=FeedNames.NOBODY)
    secret_hash = models.TextField(unique=True)
    made_at = models.DateTimeField(db_default=Now())
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "calendar_feed"
        constraints = [
            UniqueConstraint(
                fields=["program", "reader", "role", "scope"],
                condition=Q(revoked_at=None),
                name="calendar_feed_in_use_once",
            ),
            CheckConstraint(name="calendar_feed_scope_word", condition=Q(scope__in=FeedScope.values)),
            CheckConstraint(name="calendar_feed_names_word", condition=Q(names__in=FeedNames.values)),
        ]
