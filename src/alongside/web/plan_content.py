"""What a draft starts from: a record as it stands, the plan in force, and what is known about the participant."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from alongside.records.models import Participant, PlanLine, ProgramRecord, ServicePlan

from .fields import as_yes_or_no
from .merging import Content
from .plan_known import demographics, financials
from .rows import new_key

LINE_TEXTS = ("kind", "outcome", "interventions", "frequency", "starts_on", "ends_on")


def as_content(record: Any, names: Iterable[str]) -> Content:
    """The named fields of a record, as they would be typed."""
    return {"fields": {name: as_typed(getattr(record, name)) for name in names}, "goals": []}


def of_plan(plan: ServicePlan, lines: Iterable[PlanLine], names: Iterable[str]) -> Content:
    """A plan with its goals and lines. Lines that name no goal stand under the first."""
    goals = [{"key": new_key(), "words": goal, "lines": []} for goal in plan.each_goal]
    for line in lines:
        if not goals:
            goals = [{"key": new_key(), "words": "", "lines": []}]
        goal: Any = goals[min(line.goal_number or 1, len(goals)) - 1]
        texts = {name: as_typed(getattr(line, name)) for name in LINE_TEXTS}
        goal["lines"].append({"key": new_key(), **texts, "provider": as_typed(line.provider_id)})
    return {**as_content(plan, names), "goals": goals}


def of_next_plan(
    person: Participant, plan: ServicePlan | None, lines: Iterable[PlanLine], kind: str, on: datetime.date
) -> Content:
    """What the next plan starts from: the plan in force without the lines that ended, else what is known."""
    content = _going_on(plan, lines, ("demographics", "financials"), on)
    known = {"demographics": demographics(person, on), "financials": financials(person, on)}
    for name, words in known.items():
        content["fields"][name] = content["fields"].get(name) or words
    content["fields"]["kind"] = kind
    content["fields"]["completed_on"] = as_typed(on)
    return content


def of_next_treatment(plan: ServicePlan | None, lines: Iterable[PlanLine], on: datetime.date) -> Content:
    """The same of a treatment plan. Who completes it is asked anew."""
    content = _going_on(plan, lines, (), on)
    content["fields"]["completed_on"] = as_typed(on)
    return content


def _going_on(plan: ServicePlan | None, lines: Iterable[PlanLine], names: Iterable[str], on: datetime.date) -> Content:
    content: Content = {"fields": {}, "goals": []}
    if plan is not None:
        content = of_plan(plan, [line for line in lines if line.ends_on is None or line.ends_on >= on], names)
    if not content["goals"]:
        content["goals"] = [{"key": new_key(), "words": "", "lines": [{"key": new_key(), "outcome": ""}]}]
    return content


def as_typed(value: Any) -> str:
    """A value as a browser sends it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return as_yes_or_no(value)
    if isinstance(value, ProgramRecord):
        return str(value.pk)
    return value.isoformat() if isinstance(value, datetime.date) else str(value)
