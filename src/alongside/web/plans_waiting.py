"""Plans of action and corrective action plans whose next step is the program's, for the first page of who runs it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from alongside.access.models import Membership
from alongside.access.roles import RUNS_THE_PROGRAM
from alongside.reviews.improvement_states import PROGRAM, Plan, is_missed, waits_for
from alongside.reviews.models import CorrectiveActionPlan, PlanOfAction


@dataclass(frozen=True)
class Waiting:
    """One plan that waits for the program. `due_on` is the day the state named, where it named one."""

    plan: Plan
    due_on: datetime.date | None
    is_missed: bool

    @property
    def page(self) -> str:
        """The name of the plan's page."""
        return "plan_of_action" if isinstance(self.plan, PlanOfAction) else "corrective_plan"


def plans_waiting(actor: Membership, on: datetime.date) -> list[Waiting]:
    """The plans that wait for the program, those with the nearest day first; none for who does not run it."""
    if actor.role not in RUNS_THE_PROGRAM:
        return []
    plans: list[Plan] = [*CorrectiveActionPlan.objects.all(), *PlanOfAction.objects.all()]
    found = [
        Waiting(plan, getattr(plan, "due_on", None), is_missed(plan, on))
        for plan in plans
        if waits_for(plan, on) == PROGRAM.word
    ]
    return sorted(found, key=lambda one: one.due_on or datetime.date.max)
