"""Notices: a digest each week, and one at once where safety or a clock asks for it."""

from __future__ import annotations

from uuid import uuid4

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import CheckConstraint, Index, Q, UniqueConstraint
from django.db.models.functions import Now


class NoticeKind(models.TextChoices):
    """Why somebody is told."""

    DIGEST = "digest", "The week"
    SAFETY = "safety", "Safety"
    CLOCK = "clock", "A clock runs out"


class Told(models.TextChoices):
    """Where somebody is told."""

    MAIL = "mail", "Here and by e-mail"
    HERE = "here", "Here only"
    NOT = "not", "Not at all"


class NoticeWish(models.Model):
    """How one reader wants to be told in one program. Without a row: everything, here and by e-mail, on Mondays."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False, db_column="notice_wish_id")
    program = models.ForeignKey("access.Program", on_delete=models.PROTECT, related_name="+")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    digest = models.TextField(choices=Told.choices, default=Told.MAIL)
    digest_weekday = models.PositiveSmallIntegerField(default=0, db_default=0)
    at_once = models.TextField(choices=Told.choices, default=Told.MAIL)

    class Meta:
        db_table = "notice_wish"
        constraints = [
            UniqueConstraint(fields=["program", "reader"], name="notice_wish_once"),
            CheckConstraint(name="notice_wish_digest_word", condition=Q(digest__in=Told.values)),
            # What concerns safety or a clock is told at least here.
            CheckConstraint(name="notice_wish_at_once_word", condition=Q(at_once__in=[Told.MAIL, Told.HERE])),
            CheckConstraint(name="notice_wish_weekday_range", condition=Q(digest_weekday__lte=6)),
        ]


class Notice(models.Model):
    """One thing one reader is told once. `cause` says what of: the same cause is never told twice.

    `lines` are rules with counts, or one answer by its key; nobody's name stands in it. `claimed_at` is taken before
    the mail goes out, so that no two senders send it.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False, db_column="notice_id")
    program = models.ForeignKey("access.Program", on_delete=models.PROTECT, related_name="+")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    kind = models.TextField(choices=NoticeKind.choices)
    cause = models.TextField()
    told_on = models.DateField()
    lines = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    is_mail_wanted = models.BooleanField(default=False)
    made_at = models.DateTimeField(db_default=Now())
    claimed_at = models.DateTimeField(null=True)
    mailed_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "notice"
        ordering = ["-made_at"]
        constraints = [
            UniqueConstraint(fields=["program", "reader", "cause"], name="notice_once"),
            CheckConstraint(name="notice_kind_word", condition=Q(kind__in=NoticeKind.values)),
        ]
        indexes = [Index(fields=["program", "reader", "read_at"], name="notice_unread")]
