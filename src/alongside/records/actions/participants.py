"""What is recorded about a participant along the way: coverage, screens, homes, assessments, plans."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ..models import Assessment, Coverage, FunctionalScreen, Participant, Residence, ServicePlan
from ..problems import Problem
from .recording import locked, recording, refuse, store, store_again

if TYPE_CHECKING:
    from alongside.access.models import User


def record_coverage(
    *,
    participant: Participant,
    plan: str,
    starts_on: datetime.date | None = None,
    ends_on: datetime.date | None = None,
    checked_on: datetime.date | None = None,
    reference: str | None = None,
    imported_from: str = "",
    on: datetime.date,
    by: User | None,
) -> Coverage:
    """Record what a coverage check said. `plan` is a word of `CoveragePlan`; `reference` finds its evidence again."""
    with recording(program_id=participant.program_id, by=by):
        coverage = Coverage(
            program_id=participant.program_id,
            participant=participant,
            plan=plan,
            starts_on=starts_on,
            ends_on=ends_on,
            checked_on=checked_on,
            reference=reference,
            imported_from=imported_from,
        )
        return store(coverage, on=on)


def record_screen(
    *,
    participant: Participant,
    kind: str,
    completed_on: datetime.date | None,
    result: str | None,
    screener: str | None = None,
    type: str | None = None,
    recalculated_on: datetime.date | None = None,
    imported_from: str = "",
    on: datetime.date,
    by: User | None,
) -> FunctionalScreen:
    """Record a functional screen. `kind` is a word of `ScreenKind`, `result` of `ScreenResult`, `type` of `ScreenType`.

    After a correction `completed_on` stays; `recalculated_on` is the day eligibility was calculated anew.
    """
    with recording(program_id=participant.program_id, by=by):
        screen = FunctionalScreen(
            program_id=participant.program_id,
            participant=participant,
            kind=kind,
            completed_on=completed_on,
            result=result,
            screener=screener,
            type=type,
            recalculated_on=recalculated_on,
            imported_from=imported_from,
        )
        return store(screen, on=on)


LIVES_THERE = Problem(
    "starts_on", "another home they have not left by then",
    "a day after they moved there, or the day they left this one",
    "Correct the other home, or say when they left this one.",
)  # fmt: skip


def record_residence(
    *,
    participant: Participant,
    setting: str,
    address: str | None = None,
    beds: int | None = None,
    license: str | None = None,
    starts_on: datetime.date | None = None,
    ends_on: datetime.date | None = None,
    imported_from: str = "",
    on: datetime.date,
    by: User | None,
) -> Residence:
    """Record where a participant lives. `setting` is a word of `Setting`, `license` of `License`.

    Nobody lives in two places: one they moved from ends the day before `starts_on`. Raises `Problems` where they would
    live in another home as well, from that day on or since nobody knows when.
    """
    with recording(program_id=participant.program_id, by=by):
        locked(participant)  # two who record a home at once are heard one after the other
        if starts_on is not None:
            _move_out(participant, before=starts_on, on=on)
        if ends_on is None and participant.residences.filter(ends_on=None).exists():
            refuse([LIVES_THERE])
        residence = Residence(
            program_id=participant.program_id,
            participant=participant,
            setting=setting,
            address=address,
            beds=beds,
            license=license,
            starts_on=starts_on,
            ends_on=ends_on,
            imported_from=imported_from,
        )
        return store(residence, on=on)


def _move_out(participant: Participant, *, before: datetime.date, on: datetime.date) -> None:
    last_day = before - datetime.timedelta(days=1)
    for left in participant.residences.current(last_day).filter(ends_on=None):
        left = locked(left)
        left.ends_on = last_day
        store_again(left, fields=("ends_on",), on=on)


def record_assessment(
    *,
    participant: Participant,
    completed_on: datetime.date,
    needs: str | None = None,
    setting_needed: str | None = None,
    imported_from: str = "",
    on: datetime.date,
    by: User | None,
) -> Assessment:
    """Record a completed person-centered assessment. `setting_needed` is a word of `Setting`."""
    with recording(program_id=participant.program_id, by=by):
        assessment = Assessment(
            program_id=participant.program_id,
            participant=participant,
            completed_on=completed_on,
            needs=needs,
            setting_needed=setting_needed,
            imported_from=imported_from,
        )
        return store(assessment, on=on)


def record_plan(
    *,
    participant: Participant,
    completed_on: datetime.date,
    is_in_person: bool | None = None,
    imported_from: str = "",
    on: datetime.date,
    by: User | None,
) -> ServicePlan:
    """Record a completed service plan or an update of one."""
    with recording(program_id=participant.program_id, by=by):
        plan = ServicePlan(
            program_id=participant.program_id,
            participant=participant,
            completed_on=completed_on,
            is_in_person=is_in_person,
            imported_from=imported_from,
        )
        return store(plan, on=on)
