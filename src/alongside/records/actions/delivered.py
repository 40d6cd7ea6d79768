"""Recording a service that was given, and its claim."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from ..models import Claim, Participant, PlanLine, Service, StaffMember, Unit
from ..problems import Problem
from .recording import recording, refuse, store

if TYPE_CHECKING:
    from alongside.access.models import User


def record_service(
    *,
    participant: Participant,
    kind: str,
    served_on: datetime.date,
    staff: StaffMember | None,
    plan_line: PlanLine | None = None,
    started_at: datetime.datetime | None = None,
    stopped_at: datetime.datetime | None = None,
    unit: str | None = Unit.FIFTEEN_MINUTES.value,
    place: str | None = None,
    activity: str | None = None,
    is_room_and_board: bool | None = None,
    repeats: str | None = None,
    charged_amount: Decimal | None = None,
    on: datetime.date,
    by: User | None,
) -> Service:
    """Record a service given. `kind` is a word of `ServiceKind`, `unit` of `Unit`, `repeats` of `Repeats`, `activity`
    of `Activity`.
    """
    with recording(program_id=participant.program_id, by=by):
        refuse_foreign(plan_line, participant)
        service = Service(
            program_id=participant.program_id,
            participant=participant,
            staff=staff,
            plan_line=plan_line,
            kind=kind,
            served_on=served_on,
            started_at=started_at,
            stopped_at=stopped_at,
            unit=unit,
            place=place,
            activity=activity,
            is_room_and_board=is_room_and_board,
            repeats=repeats,
            charged_amount=charged_amount,
        )
        return store(service, on=on)


def record_claim(*, service: Service, claimed_on: datetime.date, on: datetime.date, by: User | None) -> Claim:
    """Record that a service was claimed from Medicaid. A service may be claimed again, after a refusal."""
    with recording(program_id=service.program_id, by=by):
        if service.served_on and claimed_on < service.served_on:
            expected = f"a day no earlier than {service.served_on}, the service"
            refuse([Problem("claimed_on", str(claimed_on), expected, "Correct whichever day is wrong.")])
        whose = {"program_id": service.program_id, "participant_id": service.participant_id}
        return store(Claim(**whose, service=service, claimed_on=claimed_on), on=on)


def refuse_foreign(plan_line: PlanLine | None, participant: Participant) -> None:
    """A plan line of somebody else's plan."""
    if plan_line is not None and plan_line.participant_id != participant.pk:
        fix = "Choose a line of the plan of the participant served."
        refuse([Problem("plan_line", "a line of another participant's plan", "one of their own", fix)])
