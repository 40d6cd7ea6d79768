"""What happens to a treatment plan after it is complete: an LPHA authorizes it, and it is reviewed."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ..models import Participant, PlanReview, ServicePlan, StaffMember
from ..problems import Problem, nothing
from .recording import locked, recording, refuse, store, store_again

if TYPE_CHECKING:
    from alongside.access.models import User


def authorize_plan(
    *,
    plan: ServicePlan,
    authorized_by: StaffMember | None,
    authorized_on: datetime.date | None,
    on: datetime.date,
    by: User | None,
) -> ServicePlan:
    """Record which LPHA authorized a plan, and when; signed or not, nothing else of it changes.

    Raises `Problems`: nobody named, a day before the plan was complete or after `on`, one authorized already.
    """
    said = {"authorized_by": authorized_by, "authorized_on": authorized_on}
    refuse([nothing(name) for name, value in said.items() if value is None])
    with recording(program_id=plan.program_id, by=by):
        plan = locked(plan)
        refuse(_not_to_authorize(plan, authorized_on))
        plan.authorized_on, plan.authorized_by = authorized_on, authorized_by
        return store_again(plan, fields=("authorized_on", "authorized_by"), on=on)


def review_plan(
    *, participant: Participant, reviewed_on: datetime.date | None, on: datetime.date, by: User | None
) -> PlanReview:
    """Record that a participant's plan was reviewed on a day and stands as it is. Raises `Problems`."""
    plans = ServicePlan.objects.filter(participant=participant)
    if reviewed_on is None:
        refuse([nothing("reviewed_on")])
    elif not plans.filter(completed_on__lte=reviewed_on).exists():
        fix = "Record the plan with the day it was completed; that day counts as its first look."
        refuse([Problem("reviewed_on", str(reviewed_on), "a day on which there was a plan", fix)])
    with recording(program_id=participant.program_id, by=by):
        review = PlanReview(program_id=participant.program_id, participant=participant, reviewed_on=reviewed_on)
        return store(review, on=on)


def _not_to_authorize(plan: ServicePlan, day: datetime.date | None) -> list[Problem]:
    if plan.authorized_on and plan.authorized_by_id:
        fix = "Nothing is left to do. A changed plan is an amendment and is authorized anew."
        return [Problem("authorized_on", f"authorized on {plan.authorized_on}", "a plan not yet authorized", fix)]
    if day and plan.authorized_on and day != plan.authorized_on:
        return [Problem("authorized_on", str(day), f"the day on record, {plan.authorized_on}", "Add who it was.")]
    if day and plan.completed_on and day < plan.completed_on:
        return [Problem("authorized_on", str(day), f"a day no earlier than {plan.completed_on}", "Look it up.")]
    return []
