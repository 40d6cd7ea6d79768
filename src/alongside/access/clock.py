"""The only place that reads the clock for a day. Views hand the day on; rules and actions take it as `on`."""

from __future__ import annotations

from datetime import date

from django.utils import timezone


def today() -> date:
    """The calendar day in the program's time zone (TIME_ZONE)."""
    return timezone.localdate()
