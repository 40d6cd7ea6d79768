"""Emergency access as pages show it: what lasts, and what was looked at while it did."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from alongside.access.emergency_rows import in_force
from alongside.access.models import Membership
from alongside.access.roles import Role
from alongside.records.models import EmergencyAccess, Participant

from .seat_looked import who_looked
from .seat_looked_days import in_words

MOST_PAGES = 20


def lasting(actor: Membership, person: Participant) -> EmergencyAccess | None:
    """The reader's own emergency access to this participant, while it lasts."""
    if actor.role != Role.DIRECT_STAFF:
        return None
    found: EmergencyAccess | None = in_force(actor).filter(participant=person).order_by("-ends_at").first()
    return found


def lasts(access: EmergencyAccess) -> bool:
    """Whether it has not ended, by itself or by a review that found it was not needed."""
    review = getattr(access, "review", None)
    is_over = review is not None and review.conclusion == "not_justified"
    return not is_over and access.ends_at is not None and access.ends_at > timezone.now()


def looked_at(access: EmergencyAccess) -> list[tuple[str, list[datetime]]]:
    """What whoever opened it looked at or wrote about this participant while it lasted, each thing once, in its
    order."""
    found: dict[str, list[datetime]] = {}
    before = None
    for _ in range(MOST_PAGES):
        entries = who_looked(access.participant_id, before=before)
        for one in entries:
            if one.name == access.account.name and access.opened_at <= one.at <= access.ends_at:
                found.setdefault(in_words(one, your="the", you="them"), []).append(one.at)
        if not entries or entries[-1].at < access.opened_at:
            break
        before = entries[-1].entry
    return list(found.items())[::-1]
