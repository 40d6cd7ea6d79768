"""What keeps a note from being signed: a must of the rules that is not met, or not known to be."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from alongside.access.clock import today
from alongside.records.models import Capacity, ProgressNote

from .note_checks import checks_of


def stopped_before_signing(request: HttpRequest, record: Any, capacity: str) -> str | None:
    """The page that says what is to be put right before whoever gave the service signs; None where nothing is."""
    if not isinstance(record, ProgressNote) or capacity != Capacity.GIVER or record.is_signed:
        return None
    is_stopped = bool(checks_of(request.membership, record, on=today()).stops)
    return reverse("check_before_signing", args=[record.pk]) if is_stopped else None
