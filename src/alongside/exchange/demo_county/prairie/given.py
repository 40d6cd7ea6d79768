"""The services given: most in order, and those with trouble, each once."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from alongside.records.models import (
    Funding,
    IllinoisService,
    Modality,
    NoteStatus,
    Participant,
    PlanLine,
    ProgressNote,
    Role,
    Service,
    SignOff,
    SignOffDecision,
    StaffMember,
    Unit,
)

from ..shelf import Shelf, before
from ..visits import moment_of
from .written import WRITTEN

_K, _R = IllinoisService, Role
_HEALTH, _USE, _GRANT = Funding.MENTAL_HEALTH_MEDICAID, Funding.SUBSTANCE_USE_MEDICAID, Funding.GRANT
BEFORE_MEDICAID = datetime.date(2024, 9, 24)
QUILL, SORA, LPHA = "quill", "sora", "liatris"


@dataclass(frozen=True)
class Given:
    """A service to one participant by one staff member, so many days ago; `signer` is who signed it off, if anybody.

    `weeks` repeats it, a week earlier each time.
    """

    to: str
    by: str
    kind: IllinoisService
    ago: int
    role: Role | None
    signer: str = ""
    funding: Funding = _HEALTH
    weeks: int = 1
    minutes: int = 45
    served_on: datetime.date | None = None
    said: Mapping[str, Any] = field(default_factory=dict)


_CLINICAL = {"is_clinical": True, "has_clinical_requirements": True}
_PEER = {"is_clinical": False}
_GROUP = {"modality": Modality.GROUP, "attendee_count": 8}
IN_ORDER = (
    Given("avens", "posy", _K.COMMUNITY_SUPPORT, 8, _R.CRSS, QUILL, weeks=6),
    Given("beebalm", "fern", _K.COMMUNITY_SUPPORT, 9, _R.CFPP, SORA, weeks=6),
    Given("dock", "wick", _K.COMMUNITY_SUPPORT, 12, _R.CRSS, QUILL, weeks=5),
    Given("gentian", "quill", _K.THERAPY, 6, _R.QMHP, LPHA, weeks=2, said=_CLINICAL),
    Given("iris", "tansy", _K.CASE_MANAGEMENT, 7, _R.MHP, QUILL, weeks=6),
    Given("lupine", "clover", _K.ACT, 6, _R.RSA, SORA, weeks=8),
    Given("mallow", "quill", _K.ACT, 8, _R.QMHP, LPHA, weeks=3, said=_CLINICAL),
    Given("needle", "tansy", _K.CST, 6, _R.MHP, QUILL, weeks=7),
    Given("oxeye", "marsh", _K.CST, 10, _R.CRSS, QUILL, weeks=6),
    Given("phlox", "reed", _K.PEER_RECOVERY_SUPPORT, 4, _R.CPRS, funding=_USE, weeks=6),
    Given("rush", "sage", _K.SUBSTANCE_USE_TREATMENT, 5, _R.SUBSTANCE_USE_PROFESSIONAL, funding=_USE, weeks=6),
    Given("thistle", "reed", _K.RECOVERY_SUPPORT, 6, _R.CPRS, funding=_GRANT, weeks=4),
    # A QMHP who is also a CRSS, twice in a day, in two roles.
    Given("gentian", "sora", _K.THERAPY, 13, _R.QMHP, LPHA, said=_CLINICAL),
    Given("gentian", "sora", _K.COMMUNITY_SUPPORT, 13, _R.CRSS, LPHA, said=_PEER),
    Given("willow", "ivy", _K.MOBILE_CRISIS, 3, _R.ENGAGEMENT_SPECIALIST, funding=_GRANT),
)
TROUBLED = (
    Given("dock", "wick", _K.COMMUNITY_SUPPORT, 0, _R.CRSS, QUILL),  # the certificate lapsed yesterday
    Given("avens", "posy", _K.COMMUNITY_SUPPORT, 1, _R.CRSS),  # not signed off
    Given("iris", "tansy", _K.CASE_MANAGEMENT, 1, _R.MHP),
    Given("lupine", "clover", _K.ACT, 2, _R.RSA),
    Given("oxeye", "tansy", _K.CST, 2, _R.MHP),
    Given("camas", "posy", _K.COMMUNITY_SUPPORT, 0, _R.CRSS, QUILL, said=_PEER),  # day 181 of the plan
    Given("elder", "posy", _K.COMMUNITY_SUPPORT, 4, _R.CRSS, QUILL, said=_PEER),  # a plan a peer completed
    Given("heath", "posy", _K.THERAPY, 5, _R.CRSS, QUILL),  # allowed is not should
    Given("heath", "posy", _K.COMMUNITY_SUPPORT, 6, _R.CRSS, QUILL, said=_PEER),  # not on the plan
    Given("iris", "indy", _K.COMMUNITY_SUPPORT, 5, _R.CRSS, QUILL),  # under contract
    Given("beebalm", "sora", _K.THERAPY, 4, _R.QMHP, LPHA),  # whether it was clinical nobody recorded
    Given("gentian", "sora", _K.IATP, 9, _R.QMHP, LPHA, said=_CLINICAL | {"has_im_cans": True}),  # old certificate
    Given("needle", "ivy", _K.CST, 3, _R.CPRS, QUILL),  # a CPRS in mental health
    Given("willow", "posy", _K.CRISIS_INTERVENTION, 2, _R.CRSS, QUILL, said=_PEER),  # no plan yet
    Given("phlox", "reed", _K.PEER_RECOVERY_SUPPORT, 2, _R.CPRS, funding=_USE, said=_GROUP),
    Given("rush", "dale", _K.PEER_RECOVERY_SUPPORT, 3, _R.CRSS, funding=_USE),  # a CRSS, of whom no text read speaks
    Given("sumac", "reed", _K.PEER_RECOVERY_SUPPORT, 1, _R.CPRS, funding=_USE),  # after treatment ended
    Given("rush", "reed", _K.PEER_RECOVERY_SUPPORT, 6, _R.CPRS, funding=_GRANT),  # to the grant, though covered
    Given("vervain", "reed", _K.PEER_RECOVERY_SUPPORT, 0, _R.CPRS, funding=_USE, served_on=BEFORE_MEDICAID),
    Given("avens", "marsh", _K.COMMUNITY_SUPPORT, 3, _R.CRSS, QUILL, minutes=50, said=_PEER),  # not whole units
)


def add_services(shelf: Shelf, staff: Mapping[str, StaffMember], people: Mapping[str, Participant]) -> None:
    """Put every service on the shelf with its signed note, and the sign-off where there is one."""
    lines = {(line.participant, line.kind): line for line in shelf.of(PlanLine)}
    for nth, given in enumerate((*IN_ORDER, *TROUBLED)):
        for day in _days(shelf, given):
            _add(shelf, given, day, nth, staff, people[given.to], lines.get((people[given.to], given.kind)))


def _days(shelf: Shelf, given: Given) -> Iterator[datetime.date]:
    if given.served_on:
        yield given.served_on
        return
    for week in range(given.weeks):
        day = before(shelf.on, given.ago + 7 * week)
        # What comes every week comes on working days; trouble keeps the day it is about.
        yield before(day, max(0, day.weekday() - 4)) if given.weeks > 1 else day


def _add(
    shelf: Shelf, given: Given, day: datetime.date, nth: int, staff: Mapping[str, StaffMember], person: Participant,
    line: PlanLine | None,
) -> None:  # fmt: skip
    giver = staff[given.by]
    start = moment_of(day, 9 * 60 + 15 * (nth % 12))
    said = {"modality": Modality.INDIVIDUAL, "attendee_count": 1} | (_PEER if given.role in (_R.CRSS, _R.CFPP) else {})
    service = shelf.add(
        Service, participant=person, staff=giver, plan_line=line, kind=given.kind, served_on=day, started_at=start,
        stopped_at=start + datetime.timedelta(minutes=given.minutes), unit=Unit.FIFTEEN_MINUTES, role=given.role,
        funding=given.funding, **(said | dict(given.said)),
    )  # fmt: skip
    done, response = WRITTEN[given.kind]
    note = shelf.add(
        ProgressNote, participant=person, service=service, author=giver, what_was_done=done, response=response,
        purpose="The goals of the treatment plan.", status=NoteStatus.SIGNED, signed_by=giver.name,
        is_signed_by_giver=True, signed_on=day, signed_at=moment_of(day, 17 * 60),
    )  # fmt: skip
    if given.signer:
        signer = staff[given.signer]
        shelf.add(
            SignOff, participant=person, progress_note=note, service=service, supervisor=signer,
            decision=SignOffDecision.SIGNED_OFF, decided_on=min(before(day, -3), shelf.on), decided_by=signer.name,
        )  # fmt: skip
