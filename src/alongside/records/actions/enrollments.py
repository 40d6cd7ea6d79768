"""Enrolling: a participant new to the program, or one who comes back."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ..models import Discharge, Enrollment, Participant
from ..order import days_in_order
from ..problems import Problem, is_nothing
from .recording import locked, recording, refuse, store

if TYPE_CHECKING:
    from alongside.access.models import Program, User


def enroll(
    *,
    program: Program,
    medicaid_id: str,
    family_name: str,
    given_name: str,
    born_on: datetime.date | None,
    enrolled_on: datetime.date,
    comments: str = "",
    imported_from: str = "",
    on: datetime.date,
    by: User | None,
) -> Enrollment:
    """Record a participant new to the program, enrolled from a day on. Whether they may be is for the rules to say."""
    with recording(program_id=program.pk, by=by):
        participant = Participant(
            program_id=program.pk,
            medicaid_id=medicaid_id,
            family_name=family_name,
            given_name=given_name,
            born_on=born_on,
            comments=comments,
            imported_from=imported_from,
        )
        store(participant, on=on)
        return _begin(participant, enrolled_on, imported_from, on)


def enroll_again(
    *,
    participant: Participant,
    enrolled_on: datetime.date,
    open_conditions: str | None = None,
    decided_reason: str | None = None,
    imported_from: str = "",
    on: datetime.date,
    by: User | None,
) -> Enrollment:
    """Enroll somebody known to the program: after a first contact, or once more after a discharge.

    Where the rules left conditions open, `open_conditions` says which; then `decided_reason` is owed, and `by` decides.
    """
    with recording(program_id=participant.program_id, by=by):
        participant = locked(participant)
        if still := participant.enrollments.open().first():
            fix = "Record the discharge first, or correct that enrollment."
            found = f"an enrollment since {still.enrolled_on}"
            refuse([Problem("enrolled_on", found, "a participant who is not enrolled", fix)])
        last = Discharge.objects.filter(participant=participant).exclude(discharged_on=None).first()
        if last is not None:
            refuse(list(days_in_order("enrolled_on", enrolled_on, last.discharged_on, "the last discharge")))
        if open_conditions and is_nothing(decided_reason):
            fix = "Say why you go on all the same, or refuse the enrollment."
            refuse([Problem("decided_reason", "nothing", "a reason, for not every condition is met", fix)])
        decided = {"open_conditions": open_conditions, "decided_reason": decided_reason} if open_conditions else {}
        return _begin(
            participant, enrolled_on, imported_from, on, **decided, decided_by=by.name if by and decided else None
        )


def _begin(
    participant: Participant, enrolled_on: datetime.date, imported_from: str, on: datetime.date, **decided: str | None
) -> Enrollment:
    enrollment = Enrollment(
        program_id=participant.program_id,
        participant=participant,
        enrolled_on=enrolled_on,
        imported_from=imported_from,
        **decided,
    )
    return store(enrollment, on=on)
