"""Taking rights away while requests are in flight, at the real pages with the real sessions."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

from .bed import Found, Tell
from .somebody import somebody

LATEST_SECONDS = 1.0
PAGE = "/participants/"


def revoke(size: int, tell: Tell, planted: str = "") -> Found:
    """End a role, close an account or end its sessions while requests are in flight; none may pass a second later.

    `planted` keeps roles in memory for a minute."""
    from unittest.mock import patch

    from alongside.access import middleware

    real, kept = middleware.memberships_of, {}

    def from_memory(user: Any) -> Any:
        return kept.setdefault(user.pk, real(user))

    found, longest = Found(), 0.0
    ways = (_end_role,) if planted else (_end_role, _close_account, _end_sessions)
    with patch.object(middleware, "memberships_of", from_memory if planted else real):
        for number in range(size):
            took = _until_refused(ways[number % len(ways)])
            found.tried += 1
            longest = max(longest, took)
            if took > LATEST_SECONDS:
                way = ways[number % len(ways)].__name__.strip("_")
                found.failures.append(f"Trial {number} ({way}): still open {took:.1f} s after.")
            if number % 100 == 99:
                tell(f"{number + 1:,} of {size:,}, the longest {longest:.2f} s")
    found.measured["the longest until refused"] = f"{longest:.2f} s"
    return found


def _until_refused(take_away: Callable[[Any], None]) -> float:
    """Seconds between the taking away and the last request that still passed, with two threads asking all the time."""
    from django.db import connections
    from django.test import Client

    user = somebody()
    passed, refused, ended = [0.0, 0.0], [0.0, 0.0], threading.Event()
    ready = threading.Barrier(3)

    def ask(which: int) -> None:
        asker = Client(raise_request_exception=False)
        asker.force_login(user)
        ready.wait()
        while not ended.is_set():
            began = time.monotonic()
            (passed if asker.get(PAGE).status_code == 200 else refused)[which] = began
        connections.close_all()

    threads = [threading.Thread(target=ask, args=(which,), daemon=True) for which in range(2)]
    for thread in threads:
        thread.start()
    ready.wait()
    try:
        _wait_until(lambda: min(passed) > 0)  # else a page closed to everybody would pass for a right taken away
        take_away(user)
        taken = time.monotonic()
        _wait_until(lambda: min(refused) > taken or max(passed) > taken + LATEST_SECONDS)
    finally:
        ended.set()
        for thread in threads:
            thread.join()
    return max(0.0, max(passed) - taken)


def _wait_until(is_so: Callable[[], bool]) -> None:
    until = time.monotonic() + 90  # the first page of a process makes all it needs
    while not is_so():
        if time.monotonic() > until:
            raise TimeoutError("The page did not open before the right was taken away, or nothing was said after.")
        time.sleep(0.01)


def _end_role(user: Any) -> None:
    from django.db import transaction
    from django.utils import timezone

    from alongside.access.context import acting
    from alongside.access.models import Membership, Program

    with acting(program=Program.objects.using("owner").get()), transaction.atomic():
        Membership.objects.filter(user=user).update(ended_at=timezone.now())


def _close_account(user: Any) -> None:
    user.is_active = False
    user.save(update_fields=["is_active"])


def _end_sessions(user: Any) -> None:
    from django.contrib.sessions.models import Session

    for session in Session.objects.all():
        if session.get_decoded().get("_auth_user_id") == str(user.pk):
            session.delete()
