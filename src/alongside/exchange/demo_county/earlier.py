"""What the plan before the last one authorized, for services given while it was the one in force."""

from __future__ import annotations

from typing import Any

from alongside.records.models import PlanLine, Service, ServicePlan

from .shelf import Shelf

OF_THE_LINE = ("participant", "provider", "kind", "outcome", "interventions", "frequency", "goal_number", "line_number")


def write_out_earlier_plans(shelf: Shelf) -> None:
    """Give each service the line of the plan that was in force on its day, and write that plan out."""
    made: dict[ServicePlan, PlanLine] = {}
    for service in shelf.of(Service):
        line: PlanLine = service.plan_line
        plan: Any = line.service_plan
        if service.served_on >= plan.completed_on:
            continue
        earlier = _in_force(shelf, service)
        if earlier not in made:
            _write_out(earlier, plan)
            made[earlier] = shelf.add(
                PlanLine, service_plan=earlier, **{name: getattr(line, name) for name in OF_THE_LINE}
            )
        service.plan_line = made[earlier]


def _in_force(shelf: Shelf, service: Service) -> ServicePlan:
    plans = (plan for plan in shelf.of(ServicePlan) if plan.participant is service.participant)
    return max((plan for plan in plans if plan.completed_on <= service.served_on), key=lambda plan: plan.completed_on)


def _write_out(earlier: ServicePlan, later: ServicePlan) -> None:
    earlier.goals = later.each_goal[0]
    earlier.demographics, earlier.financials = later.demographics, later.financials
    earlier.met_with = f"{earlier.participant.name}, {earlier.coordinator_signed_by}"
