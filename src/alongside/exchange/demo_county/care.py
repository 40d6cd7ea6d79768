"""Plans in their words, services of the last two months and the notes about them, for part of the participants.

Whoever is in order has whole and signed notes. What is wrong with some stands with people who have trouble anyway.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from itertools import cycle

from alongside.records.models import (
    Enrollment,
    Participant,
    PlanLine,
    ServiceKind,
    ServicePlan,
    StaffMember,
    SupportPlan,
)

from .shelf import Shelf, before
from .visits import Round, add_visits
from .workers import workers
from .written import DEMOGRAPHICS, FINANCIALS, SUPPORT, WORK

OVERDUE = {"six-month update overdue", "annual recertification overdue"}
TROUBLE = ("unsigned", "unsigned", "did it for him", "no times")  # for the first who are overdue, in this order
BY_TROUBLE = {
    "unsigned": ServiceKind.PEER_SUPPORT,  # by the first peer specialist, who has a sign-in
    "did it for him": ServiceKind.CLSS,
    "no times": ServiceKind.CLSS,
}
IN_ORDER = {"in order", "minor", "newly enrolled"}
WAITING, LATELY_DAYS = 4, 14  # so many plans written in so many days wait for their signatures
EVERY = 4  # one in four of those in order is shown with services
PATTERN = (ServiceKind.PEER_SUPPORT, ServiceKind.CLSS, ServiceKind.CLSS, ServiceKind.SUPPORTED_EMPLOYMENT)


def add_care(shelf: Shelf, served: Mapping[Participant, str]) -> None:
    """Write out the last plan of everybody served, and put services and notes of some on the shelf."""
    staff = {kind: found for kind in ServiceKind if (found := workers(shelf, kind))}
    turns = {kind: cycle(found) for kind, found in staff.items()}
    kinds = cycle([kind for kind in PATTERN if kind in staff])
    last = {plan.participant: plan for plan in shelf.of(ServicePlan)}
    troubles = iter(TROUBLE)
    in_order, waiting = 0, WAITING
    for participant, story in served.items():
        plan = last.get(participant)
        if plan is None or not staff:
            continue
        trouble = next(troubles, None) if story in OVERDUE else None
        kind = BY_TROUBLE.get(trouble or "") or next(kinds)
        kind = kind if kind in staff else next(kinds)
        worker = staff[kind][0] if trouble == "unsigned" else next(turns[kind])
        line = _write(shelf, plan, kind, worker)
        in_order += story == "in order"
        if trouble or (story == "in order" and in_order % EVERY == 0):
            shelf.add(SupportPlan, participant=participant, completed_on=plan.completed_on, **SUPPORT)
            add_visits(shelf, Round(line, worker, _first_day(shelf, participant, worker), trouble))
        elif story in IN_ORDER and waiting and plan.completed_on >= before(shelf.on, LATELY_DAYS):
            _leave_unsigned(plan)
            waiting -= 1


def _leave_unsigned(plan: ServicePlan) -> None:
    """A plan written lately, which waits for its signatures."""
    plan.participant_signed_on = plan.coordinator_signed_on = plan.coordinator_signed_by = None
    plan.representative_signed_on = plan.representative_signed_by = None


def _write(shelf: Shelf, plan: ServicePlan, kind: ServiceKind, worker: StaffMember) -> PlanLine:
    work = shelf.chance.choice(WORK[kind])
    plan.goals, plan.demographics, plan.financials = work.goal, DEMOGRAPHICS, FINANCIALS
    plan.met_with = f"{plan.participant.name}, {plan.coordinator_signed_by}"
    return shelf.add(
        PlanLine,
        participant=plan.participant,
        service_plan=plan,
        provider=worker.provider,
        kind=kind,
        outcome=work.outcome,
        interventions=work.interventions,
        frequency=work.frequency,
    )


def _first_day(shelf: Shelf, participant: Participant, worker: StaffMember) -> datetime.date:
    """Nobody is served before they are enrolled, nor by somebody not yet there."""
    enrolled = [e.enrolled_on for e in shelf.of(Enrollment) if e.participant is participant]
    return max(day for day in (before(shelf.on, 60), *enrolled, worker.started_on) if day is not None)
