"""Guessing passwords and taking rights away, at the real sign-in pages with the real cache and sessions."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable
from datetime import date
from typing import Any

from .bed import Found, Tell

PASSWORD = "plain-words-for-beds"
LATEST_SECONDS = 1.0
BATCH = 200
DUMMY = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}


def guess(size: int, tell: Tell, planted: str = "") -> Found:
    """Guess an account's password from one address 200 times, the right one among every 40 after the first 20.

    The limit has to stop the right guess too. `planted` puts a cache in place that keeps nothing."""
    from django.test import override_settings

    found, chance = Found(), random.Random(20261122)
    with override_settings(**({"CACHES": DUMMY} if planted else {})):
        for number in range(size):
            if number % BATCH == 0:  # another account and address, before the limit's five minutes have passed
                user, address = _somebody(), f"203.0.{number // BATCH % 250}.{number // BATCH // 250 % 250}"
                if not _gets_in(user.email, PASSWORD, address):
                    found.failures.append(f"Before guess {number} the honest password did not get in.")
            is_right = number % BATCH > 20 and number % 40 == 0
            password = PASSWORD if is_right else f"guess-{chance.getrandbits(40)}"
            found.tried += 1
            if _gets_in(user.email, password, address):
                found.failures.append(f"Guess {number} got in: the limit did not count.")
            if number % 1000 == 999:
                tell(f"{number + 1:,} of {size:,} guesses, {len(found.failures)} got in")
    return found


def _gets_in(email: str, password: str, address: str) -> bool:
    """Whether signing in from this address, in a browser of its own, gives a session of somebody's."""
    from django.conf import settings
    from django.test import Client

    browser = Client(REMOTE_ADDR=address)
    browser.post("/account/login/", {"login": email, "password": password})
    return settings.SESSION_COOKIE_NAME in browser.cookies and "_auth_user_id" in browser.session


def revoke(size: int, tell: Tell, planted: str = "") -> Found:
    """End a role, close an account or end its sessions while requests are in flight; none may pass a second later.

    `planted` keeps roles in memory for a minute."""
    from unittest.mock import patch

    from alongside.access import middleware

    real, kept = middleware._memberships, {}

    def from_memory(user: Any) -> Any:
        return kept.setdefault(user.pk, real(user))

    found, longest = Found(), 0.0
    ways = (_end_role,) if planted else (_end_role, _close_account, _end_sessions)
    with patch.object(middleware, "_memberships", from_memory if planted else real):
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


def _until_refused(take_away: Any) -> float:
    """Seconds between the taking away and the last request that still passed, with two threads asking all the time."""
    from django.db import connections
    from django.test import Client

    user = _somebody()
    passed, ended = [0.0, 0.0], threading.Event()

    def ask(which: int) -> None:
        asker = Client()
        asker.force_login(user)
        ready.wait()
        while not ended.is_set():
            began = time.monotonic()
            if asker.get("/participants/").status_code == 200:
                passed[which] = began
        connections.close_all()

    ready = threading.Barrier(3)
    threads = [threading.Thread(target=ask, args=(which,), daemon=True) for which in range(2)]
    for thread in threads:
        thread.start()
    ready.wait()
    _wait_until(lambda: min(passed) > 0)  # else a page that is closed to everybody would pass for a right taken away
    take_away(user)
    taken = time.monotonic()
    while time.monotonic() - taken < LATEST_SECONDS + 0.3 and max(passed) >= taken - 0.2:
        time.sleep(0.05)
    ended.set()
    for thread in threads:
        thread.join()
    return max(0.0, max(passed) - taken)


def _wait_until(is_so: Callable[[], bool]) -> None:
    until = time.monotonic() + 20
    while not is_so():
        if time.monotonic() > until:
            raise TimeoutError("The page did not open before the right was taken away.")
        time.sleep(0.01)


def _somebody() -> Any:
    """A coordinator of a program, new each time."""
    from alongside.access.actions import create_program, create_user, join
    from alongside.access.models import Program
    from alongside.access.roles import Role

    program = Program.objects.first() or create_program(name="Bittern County", by=None)
    number = random.SystemRandom().getrandbits(48)
    user = create_user(email=f"plover{number}@example.org", name="Cora Plover", password=PASSWORD, by=None)
    join(user=user, program=program, role=Role.COORDINATOR, starts_on=date(2025, 1, 1), by=None)
    return user


def _end_role(user: Any) -> None:
    from django.db import transaction
    from django.utils import timezone

    from alongside.access.context import acting
    from alongside.access.models import Membership, Program

    with acting(program=Program.objects.get()), transaction.atomic():
        Membership.objects.filter(user=user).update(ended_at=timezone.now())


def _close_account(user: Any) -> None:
    user.is_active = False
    user.save(update_fields=["is_active"])


def _end_sessions(user: Any) -> None:
    from django.contrib.sessions.models import Session

    for session in Session.objects.all():
        if session.get_decoded().get("_auth_user_id") == str(user.pk):
            session.delete()
