"""Emergency access, drilled: opened with a reason, closed to everybody else, reviewed by another, over by itself."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from typing import Any

from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from alongside.access.clock import today
from alongside.access.context import acting
from alongside.access.emergency_rows import in_force
from alongside.access.policies import may_see_participant
from alongside.access.roles import Role
from alongside.records.actions import review_emergency
from alongside.records.models import EmergencyAccess, EmergencyReview, Participant
from alongside.records.models.emergency_words import OPEN_FOR
from alongside.records.problems import Problems
from alongside.reviews.emergencies import open_and_tell, waiting_for_review
from alongside.reviews.models import Notice

from ..bed import Found, Tell
from .programs import member, planted

REASON = "Found on the bridge, asks for her safety plan"
AT_MOST = 60.0


def drill(times: int, found: Found, tell: Tell) -> None:
    """So many drills; nothing of them is kept. What was wrong stands among the failures of `found`."""
    slowest = 0.0
    _seats()  # made once, outside what is undone
    for nth in range(times):
        county = planted()["county"]
        with acting(program=county.program), transaction.atomic():
            began = time.perf_counter()
            found.failures += [f"drill {nth}: {said}" for said in _one(nth)]
            slowest = max(slowest, time.perf_counter() - began)
            transaction.set_rollback(True)
        if nth and nth % 50 == 0:
            tell(f"{nth:,} of {times:,} drills, {len(found.failures)} failures")
    if slowest > AT_MOST:
        found.failures.append(f"a drill took {slowest:.0f} s")
    found.measured |= {"emergency drills": f"{times:,}", "slowest drill": f"{slowest * 1000:.0f} ms"}


@cache
def _seats() -> tuple[Any, Any]:
    county = planted()["county"]
    return county.actors[str(Role.DIRECT_STAFF)], member(county, Role.SUPERVISOR, "who reviews drills")


def _one(nth: int) -> Iterator[str]:
    worker, supervisor = _seats()
    county = planted()["county"]
    meant, other = county.person, Participant.objects.filter(family_name="Sample").earliest("created_at")
    at = timezone.now()
    said = {"staff": None, "opened_by": "Pia Wren", "on": today(), "by": worker.user, "at": at}
    with acting(actor=worker.user):
        if may_see_participant.allowed(worker, meant):
            yield "open before it was opened"
        try:
            with transaction.atomic():
                open_and_tell(participant=meant, reason="", **said)
            yield "opened without a reason"
        except Problems:
            pass
        access = open_and_tell(participant=meant, reason=REASON, **said)
        if not may_see_participant.allowed(worker, meant):
            yield "not open after it was opened"
        if may_see_participant.allowed(worker, other):
            yield "somebody else is open too"
        yield from _own_review(access, worker)
        old = open_and_tell(participant=other, reason=REASON, **said | {"at": at - OPEN_FOR - timedelta(seconds=1)})
        if may_see_participant.allowed(worker, other) or in_force(worker).filter(pk=old.pk).exists():
            yield "open after four hours"
    told = Notice.objects.filter(cause=f"emergency access {access.pk}")
    if not told.filter(reader=supervisor.user_id).exists() or told.filter(reader=worker.user_id).exists():
        yield "the wrong people were told"
    with acting(actor=supervisor.user):
        if access.pk not in {one.pk for one in waiting_for_review(supervisor)}:
            yield "no review waits"
        conclusion = ("justified", "not_justified")[nth % 2]
        review_emergency(access=access, conclusion=conclusion, words="x", reviewed_by="x", at=at, on=today(),
                         by=supervisor.user)  # fmt: skip
        if access.pk in {one.pk for one in waiting_for_review(supervisor)}:
            yield "a review waits that was made"
    with acting(actor=worker.user):
        if may_see_participant.allowed(worker, Participant.objects.get(pk=meant.pk)) != (conclusion == "justified"):
            yield f"after a review that found it {conclusion} the record stands otherwise"


def _own_review(access: EmergencyAccess, worker: Any) -> Iterator[str]:
    """One's own review, by the action and past it; and more hours, past every action."""
    own = {"conclusion": "justified", "words": "x", "reviewed_by": "x"}
    try:
        with transaction.atomic():
            review_emergency(access=access, at=timezone.now(), on=today(), by=worker.user, **own)
        yield "reviewed by whoever opened it"
    except Problems:
        pass
    row = EmergencyReview(
        program_id=access.program_id, emergency_access=access, participant_id=access.participant_id,
        account=worker.user, reviewed_at=timezone.now(), **own,
    )  # fmt: skip
    try:
        with transaction.atomic():
            row.save(force_insert=True)
            transaction.set_rollback(True)
        yield "the database kept a review of one's own"
    except DatabaseError:
        pass
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("update emergency_access set ends_at = ends_at + interval '1 hour'")
        yield "the database gave more hours"
    except DatabaseError:
        pass
