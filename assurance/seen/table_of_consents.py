"""The oracle of A9: a plain table, written apart from the product. It borrows nothing of its decisions."""

from __future__ import annotations

import datetime
from typing import Any

EVERY_PURPOSE = ("treatment", "payment", "operations", "audit", "emergency", "proceeding", "own_wish", "other")
EVERY_SEAT = ("outside", "program", "participant")
# Right without a consent, purpose, where the recipient sits: may it go? What stands in no row may not.
WITHOUT = {
    *(("audit", "audit", seat) for seat in EVERY_SEAT),
    *(("emergency", "emergency", seat) for seat in EVERY_SEAT),
    *(("court_order", purpose, seat) for purpose in EVERY_PURPOSE for seat in EVERY_SEAT),
    ("own_access", "own_wish", "participant"),
    ("program_staff", "treatment", "program"),
    ("program_staff", "payment", "program"),
    ("program_staff", "operations", "program"),
}


def may_go(asked: Any, papers: list[Any], day: datetime.date, moment: datetime.datetime) -> bool:
    """Whether what is asked may go, by the rows of the table and by any one paper that says it all."""
    to = asked.recipient.lower().split()
    if len(asked.classes) == 0 or not to or asked.purpose is None:
        return False
    if asked.without_consent is not None:
        return (asked.without_consent.value, asked.purpose.value, asked.seat.value) in WITHOUT
    for paper in papers:
        rows = {
            "signed": paper.signed_on is not None and (day - paper.signed_on).days >= 0,
            "begun": paper.starts_on is None or (day - paper.starts_on).days >= 0,
            "not ended": paper.expires_on is not None and (paper.expires_on - day).days >= 0,
            "not taken back": paper.revoked_at is None or (paper.revoked_at - moment).total_seconds() > 0,
            "same recipient": (paper.recipient or "").lower().split() == to,
            "same purpose": paper.purpose is not None and paper.purpose.value == asked.purpose.value,
            "every record named": all(one in paper.classes for one in asked.classes),
        }
        if all(rows.values()):
            return True
    return False
