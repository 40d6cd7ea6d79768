"""Opening a participant outside the caseload in an emergency, and reviewing afterwards whether it was one."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ..models import EmergencyAccess, EmergencyReview, Participant, StaffMember
from ..models.emergency_words import OPEN_FOR
from ..problems import Problem, nothing
from .recording import recording, refuse, store

if TYPE_CHECKING:
    from alongside.access.models import User

LEAST_WORDS = 3


def open_in_emergency(
    *,
    participant: Participant,
    staff: StaffMember | None,
    reason: str | None,
    opened_by: str,
    at: datetime.datetime,
    on: datetime.date,
    by: User,
) -> EmergencyAccess:
    """Open one participant for four hours (45 CFR 164.312 (a) (2) (ii)). Raises `Problems` without a reason."""
    expected = f"at least {LEAST_WORDS} words: what happened, and why now"
    few = Problem("reason", f"{reason or 'nothing'}", expected, "Say it as you would to your supervisor.")
    with recording(program_id=participant.program_id, by=by):
        refuse([few] if len((reason or "").split()) < LEAST_WORDS else [])
        opened = EmergencyAccess(
            program_id=participant.program_id, participant=participant, account=by, staff=staff, reason=reason,
            opened_by=opened_by, opened_at=at, ends_at=at + OPEN_FOR,
        )  # fmt: skip
        return store(opened, on=on)


def review_emergency(
    *,
    access: EmergencyAccess,
    conclusion: str | None,
    words: str | None,
    reviewed_by: str,
    at: datetime.datetime,
    on: datetime.date,
    by: User,
) -> EmergencyReview:
    """Conclude whether it was needed; where it was not, it ends at once. Raises `Problems`, with whoever opened it
    among them: nobody reviews their own, which the database refuses besides."""
    own = Problem("emergency_access", "an emergency access of your own", "somebody else's", "Another reviewer can.")
    with recording(program_id=access.program_id, by=by):
        said = {"conclusion": conclusion, "words": words}
        wrong = [nothing(name) for name, value in said.items() if not value]
        refuse([*([own] if access.account_id == by.pk else []), *wrong])
        review = EmergencyReview(
            program_id=access.program_id, emergency_access=access, participant_id=access.participant_id, account=by,
            conclusion=conclusion, words=words, reviewed_by=reviewed_by, reviewed_at=at,
        )  # fmt: skip
        return store(review, on=on)
