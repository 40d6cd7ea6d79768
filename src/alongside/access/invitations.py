"""Codes that open a seat: made, hashed, and tried only so often. What a code opens is a record: `records`."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import timedelta
from uuid import UUID

from django.core.cache import cache
from django.db import connection, transaction

from .derived_keys import derived_keys

# No 0 O Q, 1 I L, 2 Z, 5 S, 8 B, U V: read over the phone, or from a slip in bad light, each is itself.
LETTERS = "34679ACDEFGHJKMNPRTWXY"
LENGTH = 10
VALID_FOR = timedelta(days=14)
TRIES_OF_A_CODE = 5
TRIES_FROM_AN_ADDRESS = 10
MINUTES = 15


def new_code() -> str:
    """A code nobody can guess: about 44 bits."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def spoken(code: str) -> str:
    """The code as it is printed: two groups of five."""
    return f"{code[:5]}-{code[5:]}"


def typed(text: str) -> str:
    """The code in what somebody typed: whatever its case, with or without spaces and hyphens."""
    return "".join(letter for letter in text.upper() if letter.isalnum())


def hash_of(code: str) -> str:
    """What is stored instead of the code: keyed, so that the table alone helps nobody to try codes."""
    return _hashes_of(code)[0]


def _hashes_of(code: str) -> list[str]:
    """By today's key, then by each before it: a code outlives a change of the key."""
    keys = derived_keys(b"alongside invitations ")
    return [hmac.new(key, typed(code).encode(), hashlib.sha256).hexdigest() for key in keys]


def invited(code: str) -> tuple[UUID, UUID] | None:
    """The program and the invitation of a code; None where there is no such code. Needs no program to act in."""
    if len(typed(code)) != LENGTH:
        return None
    for hashed in _hashes_of(code):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("select program, invitation from alongside_invited(%s)", [hashed])
            found: tuple[UUID, UUID] | None = cursor.fetchone()
        if found is not None:
            return found
    return None


def may_try(address: str) -> bool:
    """Whether somebody at this address may try a code now: there were not too many wrong ones lately."""
    return int(cache.get(_counted(address), 0)) < TRIES_FROM_AN_ADDRESS


def tried_in_vain(address: str) -> None:
    """Count a wrong code from this address. Right ones do not count: an office may hand out many."""
    key = _counted(address)
    cache.set(key, int(cache.get(key, 0)) + 1, timeout=MINUTES * 60)


def _counted(address: str) -> str:
    return f"alongside-code-{hashlib.sha256(address.encode()).hexdigest()[:32]}"
