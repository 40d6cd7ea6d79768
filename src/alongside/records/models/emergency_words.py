"""The words of emergency access: what a reviewer concluded of it."""

from __future__ import annotations

from datetime import timedelta

from django.db.models import TextChoices

OPEN_FOR = timedelta(hours=4)


class EmergencyConclusion(TextChoices):
    """What whoever looked at an emergency access afterwards concluded."""

    JUSTIFIED = "justified", "It was needed"
    NOT_JUSTIFIED = "not_justified", "It was not needed"
