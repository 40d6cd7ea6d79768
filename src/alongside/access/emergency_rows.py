"""Whom somebody opened in an emergency, as a filter, while it lasts. Time is the database's own."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db.models.functions import Now

from .models import Membership


def in_force(actor: Membership) -> Any:
    """The actor's emergency accesses that have not ended; none that somebody found was not needed."""
    opened = apps.get_model("records", "EmergencyAccess").objects
    mine = opened.filter(account_id=actor.user_id, opened_at__lte=Now(), ends_at__gt=Now())
    return mine.exclude(review__conclusion="not_justified")
