"""Guessing passwords at the real sign-in page, in two processes with the real cache; then spent codes and sessions."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from .bed import Found, Tell
from .somebody import PASSWORD, somebody
from .spent import codes, sessions

BATCH = 200
APART_FROM = 1_000  # guesses: a slice asks in one process
MOST_CODES, MOST_SESSIONS = 10_000, 500
DUMMY = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
ANSWER = "from assurance.guessing import answer; answer()"
Try = Callable[[str, str, str], bool]


def guess(size: int, tell: Tell, planted: str = "") -> Found:
    """Guess an account's password from one address 200 times, the right one among every 20 after the first ten, by
    turns in two processes; between them, guess at names nobody has. The limit has to stop the right guess too.

    `planted` puts a cache in place that keeps nothing."""
    from django.test import override_settings

    found, chance = Found(), random.Random(20261122)
    with override_settings(**({"CACHES": DUMMY} if planted else {})), _doors(size) as doors:
        for number in range(size):
            if number % BATCH == 0:  # another account and address, before the limit's five minutes have passed
                user, address = somebody(), f"203.0.{number // BATCH % 250}.{number // BATCH // 250 % 250}"
                if not gets_in(user.email, PASSWORD, address):
                    found.failures.append(f"Before guess {number} the honest password did not get in.")
            is_right = number % BATCH > 10 and number % 20 == 0
            password = PASSWORD if is_right else f"guess-{chance.getrandbits(40)}"
            name = user.email if is_right or number % 2 else f"heron{number}@example.org"
            found.tried += 1
            if doors[number % len(doors)](name, password, address):
                found.failures.append(f"Guess {number} got in: the limit did not count.")
            if number % 1000 == 999:
                tell(f"{number + 1:,} of {size:,} guesses, {len(found.failures)} got in")
        spent, dead = min(MOST_CODES, size // 15), min(MOST_SESSIONS, size // 15)
        found.failures += codes(spent, tell) + ([] if planted else sessions(dead, tell))
    found.measured["codes sent again after they were used"] = f"{spent:,}"
    found.measured["sessions used after they ended"] = f"{dead:,}"
    return found


def gets_in(email: str, password: str, address: str) -> bool:
    """Whether signing in from this address, in a browser of its own, gives a session of somebody's."""
    from django.conf import settings
    from django.test import Client

    browser = Client(REMOTE_ADDR=address)
    browser.post("/account/login/", {"login": email, "password": password})
    return settings.SESSION_COOKIE_NAME in browser.cookies and "_auth_user_id" in browser.session


@contextmanager
def _doors(size: int) -> Iterator[list[Try]]:
    """Where guesses are tried: here, and in a second process on the same database."""
    from django.db import connection

    if size < APART_FROM:
        yield [gets_in]
        return
    process = subprocess.Popen(
        [sys.executable, "-c", ANSWER, str(connection.settings_dict["NAME"])], stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip

    def there(*asked: str) -> bool:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps(asked) + "\n")
        process.stdin.flush()
        return bool(json.loads(process.stdout.readline()))

    try:
        yield [gets_in, there]
    finally:
        process.communicate(timeout=30)


def answer() -> None:
    """What the second process does until its input ends."""
    from .apart import settle

    settle()
    from django.db import connections

    connections["default"].settings_dict["NAME"] = sys.argv[1]
    for line in sys.stdin:
        sys.stdout.write(json.dumps(gets_in(*json.loads(line))) + "\n")
        sys.stdout.flush()
