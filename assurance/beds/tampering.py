"""A7 and A8: whoever alters the ledger or what was signed is found, the owner of the database too."""

from __future__ import annotations

from ..apart import apart
from ..bed import Bed, Found, Tell


def _ledger(size: int, tell: Tell) -> Found:
    return apart("tampering:tamper", size, tell)


def _ledger_planted(size: int, tell: Tell) -> Found:
    return apart("tampering:tamper", size, tell, "planted")


def _signed(size: int, tell: Tell) -> Found:
    return apart("altering:alter", size, tell)


def _signed_planted(size: int, tell: Tell) -> Found:
    return apart("altering:alter", size, tell, "planted")


BEDS = (
    Bed(
        id="A7",
        promise="Against a checkpoint kept outside, whatever is altered in the ledger with the rights of the "
        "database's owner is found and named, and an untouched ledger raises no alarm.",
        unit="alterations",
        asked=10_000,
        sizes={"slice": 120, "nightly": 10_000, "release": 100_000},
        run=_ledger,
        defect="verification without a checkpoint kept outside",
        planted=_ledger_planted,
        planted_size=4,
    ),
    Bed(
        id="A8",
        promise="Whatever is altered in a signed document, a signature or a signed file is found, when its hash and "
        "the ledger were made to fit too.",
        unit="alterations",
        asked=100_000,
        sizes={"slice": 60, "nightly": 10_000, "release": 100_000},
        run=_signed,
        defect="signatures not held against the ledger",
        planted=_signed_planted,
        planted_size=3,
    ),
)
