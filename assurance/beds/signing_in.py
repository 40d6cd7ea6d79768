"""A14 and A15: guessing gets nobody in, and what is taken away is gone at once."""

from __future__ import annotations

from ..apart import apart
from ..bed import Bed, Found, Tell


def _guess(size: int, tell: Tell) -> Found:
    return apart("guessing:guess", size, tell)


def _guess_planted(size: int, tell: Tell) -> Found:
    return apart("guessing:guess", size, tell, "planted")


def _revoke(size: int, tell: Tell) -> Found:
    return apart("signing_in:revoke", size, tell)


def _revoke_planted(size: int, tell: Tell) -> Found:
    return apart("signing_in:revoke", size, tell, "planted")


BEDS = (
    Bed(
        id="A14",
        promise="Guessing a password from one address gets nobody in, even when a later guess is right: the limit "
        "counts in the cache every process shares. A code that was used, and a session that ended, open nothing.",
        unit="guesses",
        asked=1_000_000,
        sizes={"slice": 30, "nightly": 20_000, "release": 1_000_000},
        run=_guess,
        defect="a cache that keeps nothing",
        planted=_guess_planted,
        planted_size=21,
    ),
    Bed(
        id="A15",
        promise="A role ended, an account closed or a session ended opens no page a second later, with requests in "
        "flight.",
        unit="revocations",
        asked=1_000,
        sizes={"slice": 3, "nightly": 300, "release": 1_000},
        run=_revoke,
        defect="roles kept in memory for a minute",
        planted=_revoke_planted,
        planted_size=1,
    ),
)
