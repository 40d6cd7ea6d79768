"""The service plan (F-00202): goals, demographics, finances, and what it authorizes."""

from __future__ import annotations

from typing import Any

from ..models import PlanLine, ServicePlan
from .wording import Section, amended, label, section, table, text

TITLE, FORM = "Individual service plan", "F-00202"
IN_A_ROLE = ("Treatment plan", "")
HEADINGS = ["Service", "Toward this outcome", "What is done", "How often", "By", "From", "To"]


def named(plan: ServicePlan) -> tuple[str, str]:
    """The title and the form: a treatment plan is of no form of the state."""
    return IN_A_ROLE if plan.is_in_a_role else (TITLE, FORM)


def sections(plan: ServicePlan) -> list[Section]:
    """The parts of a service plan."""
    return [
        section("This plan", *_kind(plan), ("Completed on", plan.completed_on), *_author(plan)),
        *amended(plan),
        section(
            "The meeting",
            ("Met on", plan.met_on),
            ("Who was there", plan.met_with),
            ("In person", plan.is_in_person),
        ),
        text("Goals, in the participant’s own words", _goals(plan)),
        table(
            "Services",
            HEADINGS,
            [
                [
                    _service(plan, line),
                    line.outcome,
                    line.interventions,
                    line.frequency,
                    line.provider.name if line.provider else None,
                    line.starts_on,
                    line.ends_on,
                ]
                for line in sorted(plan.lines.all(), key=_in_order)
            ],
        ),
        *([] if plan.is_in_a_role else [text("Demographics", plan.demographics), text("Finances", plan.financials)]),
    ]


def _kind(plan: ServicePlan) -> list[tuple[str, Any]]:
    return [] if plan.is_in_a_role else [("Kind", label(plan, "kind"))]


def _author(plan: ServicePlan) -> list[tuple[str, Any]]:
    if not plan.is_in_a_role:
        return []
    return [("Completed by", plan.author.name if plan.author else None), ("In the role of", label(plan, "author_role"))]


def _goals(plan: ServicePlan) -> str | None:
    """Several goals are numbered, so that each service can say which one it is for."""
    goals = plan.each_goal
    return plan.goals if len(goals) < 2 else "\n\n".join(f"{n}. {goal}" for n, goal in enumerate(goals, 1))


def _service(plan: ServicePlan, line: PlanLine) -> str:
    kind = label(line, "kind")
    return f"{kind} (goal {line.goal_number})" if line.goal_number and len(plan.each_goal) > 1 else kind


def _in_order(line: PlanLine) -> tuple[Any, ...]:
    return line.created_at, line.line_number or 0, str(line.kind), line.pk
