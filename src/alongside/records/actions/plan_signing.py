"""Signing a service plan: the participant, whoever acts for them, and the service coordinator."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.db import models

from ..models import Representative, ServicePlan
from ..problems import Problem, is_nothing, nothing
from .recording import recording, refuse, store_again, unchanged_since

if TYPE_CHECKING:
    from alongside.access.models import User


class Capacity(models.TextChoices):
    """As what somebody signs."""

    PARTICIPANT = "participant", "Participant"
    REPRESENTATIVE = "representative", "Guardian or other representative"
    COORDINATOR = "coordinator", "Service coordinator"


def sign_plan_as(
    *,
    plan: ServicePlan,
    version: int,
    capacity: str,
    representative: Representative | None = None,
    coordinator: str | None = None,
    on: datetime.date,
    by: User | None,
) -> ServicePlan:
    """Sign the plan as it was read at `version`. The first signature freezes it; the others are added.

    A representative is named by their record and has to act for the participant that day; a coordinator by name.
    """
    with recording(program_id=plan.program_id, by=by):
        plan = unchanged_since(plan, version)
        refuse(list(_wrong(plan, capacity, representative, coordinator, on)))
        signature: dict[str, Any] = {f"{capacity}_signed_on": on}
        if capacity == Capacity.REPRESENTATIVE and representative is not None:
            signature["representative_signed_by"] = representative.name
        elif capacity == Capacity.COORDINATOR:
            signature["coordinator_signed_by"] = coordinator
        for field, value in signature.items():
            setattr(plan, field, value)
        return store_again(plan, fields=tuple(signature), on=on)


def _wrong(
    plan: ServicePlan, capacity: str, representative: Representative | None, coordinator: str | None, on: datetime.date
) -> Iterator[Problem]:
    if capacity not in Capacity.values:
        yield Problem("capacity", repr(capacity), f"one of: {', '.join(Capacity.values)}", "Choose one of these words.")
        return
    if signed_on := getattr(plan, f"{capacity}_signed_on"):
        fix = "Nothing is left to do; a changed plan is an amendment and is signed anew."
        yield Problem(f"{capacity}_signed_on", f"a signature of {signed_on}", "none yet", fix)
    if plan.completed_on and on < plan.completed_on:
        yield Problem(f"{capacity}_signed_on", str(on), f"a day no earlier than {plan.completed_on}", "Sign it then.")
    if capacity == Capacity.COORDINATOR and is_nothing(coordinator):
        yield nothing("coordinator_signed_by")
    if capacity == Capacity.REPRESENTATIVE:
        acting = Representative.objects.current(on).filter(participant_id=plan.participant_id)
        if representative is None or not acting.filter(pk=representative.pk).exists():
            found = "nobody" if representative is None else "somebody who does not"
            fix = "Record the guardian or representative with the days of their authority, then sign."
            yield Problem("representative", found, f"somebody who acts for this participant on {on}", fix)
