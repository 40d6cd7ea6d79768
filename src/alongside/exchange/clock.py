"""The command line's clock, for commands that run without Django. Pages have their own in `access.clock`."""

from __future__ import annotations

import datetime


def this_day() -> datetime.date:
    """The calendar day where this machine stands."""
    return datetime.datetime.now().astimezone().date()
