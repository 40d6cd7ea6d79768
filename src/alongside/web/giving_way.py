"""Two who save at once may each wait for what the other holds. The database picks one to give way: it tries again."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.db import OperationalError
from django.http import HttpRequest

GIVE_WAY = ("40001", "40P01")  # serialization failure, deadlock
PAUSES_SECONDS = (0.05, 0.2, 0.5)


def trying_again(act: Callable[[], str], request: HttpRequest) -> str:
    """What the act gives. It has a transaction of its own, so that nothing is left of a try that gave way.

    Raises what the act raises; the database's own refusal after the last pause.
    """
    for pause in PAUSES_SECONDS:
        try:
            return act()
        except OperationalError as fault:
            if getattr(fault.__cause__, "sqlstate", None) not in GIVE_WAY:
                raise
        time.sleep(pause)
        for file in request.FILES.values():
            file.seek(0)  # the try before has read it
    return act()
