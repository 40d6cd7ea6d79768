"""Private addresses of calendars: made, hashed, looked up without signing in, and read only so often."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from uuid import UUID

from django.core.cache import cache
from django.db import connection, transaction

from .derived_keys import derived_keys

READS_IN_AN_HOUR = 60
TRIES_IN_AN_HOUR = 20
HOUR = 60 * 60
LONGEST = 100


def new_secret() -> str:
    """A secret nobody can guess: 256 bits."""
    return secrets.token_urlsafe(32)


def hash_of(secret: str) -> str:
    """What is stored instead of the secret: keyed, so that the table alone helps nobody to try addresses."""
    return _hashes_of(secret)[0]


def _hashes_of(secret: str) -> list[str]:
    """By today's key, then by each before it: an address outlives a change of the key."""
    keys = derived_keys(b"alongside calendars ")
    return [hmac.new(key, secret.encode(), hashlib.sha256).hexdigest() for key in keys]


def feed_of(secret: str) -> tuple[UUID, UUID] | None:
    """The program and the feed of a secret; None where there is none, or it was revoked. Needs no program to act in.

    The keyed hash is what is looked up, and compared once more in constant time: how long it takes tells nothing.
    """
    if not secret or len(secret) > LONGEST or "\x00" in secret:
        return None
    for hashed in _hashes_of(secret):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("select program, feed, kept from alongside_feed(%s)", [hashed])
            found = cursor.fetchone()
        if found is not None and hmac.compare_digest(hashed, found[2]):
            return found[0], found[1]
    return None


def may_ask(address: str) -> bool:
    """Whether this network address may ask for a calendar now: there were not too many wrong ones in the hour."""
    return int(cache.get(_counted("tried", address), 0)) < TRIES_IN_AN_HOUR


def asked_in_vain(address: str) -> None:
    """Count an address of a calendar that there is not."""
    _count("tried", address)


def may_read(feed: UUID) -> bool:
    """Whether a calendar may be read once more in the hour. Counts the read."""
    return _count("read", str(feed)) <= READS_IN_AN_HOUR


def _count(what: str, whose: str) -> int:
    key = _counted(what, whose)
    cache.add(key, 0, timeout=HOUR)
    return int(cache.incr(key))


def _counted(what: str, whose: str) -> str:
    return f"alongside-calendar-{what}-{hashlib.sha256(whose.encode()).hexdigest()[:32]}"
