"""A participant's plans as their page shows them: the one in force, its goals, and what a new one begins from."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Q

from alongside.records.actions.amendments import is_signed
from alongside.records.models import Assessment, DraftKind, Participant, PlanDraft, ServicePlan, SupportPlan
from alongside.reviews.ask import ask, choices, pack_in_context

from .merging import Content
from .plan_content import as_content, as_typed, of_next_plan, of_next_treatment
from .plan_cycle import RULES, PlanSet, next_kind, sets
from .plan_kinds import has_been_served, names_of
from .shown import Shown, live

ASKED_ANEW = ("met_on", "is_in_person", "met_with", "what_matters", "summary", "completed_on")


@dataclass(frozen=True)
class Goal:
    """A goal with the plan lines under it. `number` is 0 for lines that name no goal."""

    number: int
    words: str
    lines: list[Any] = field(default_factory=list)


def in_force(plans: Iterable[ServicePlan], on: datetime.date) -> ServicePlan | None:
    """The last plan completed by that day which no other plan amends."""
    made = [plan for plan in plans if plan.completed_on and plan.completed_on <= on]
    amended = {plan.amends_id for plan in made}
    standing = [plan for plan in made if plan.pk not in amended]
    return max(standing, key=lambda plan: (plan.completed_on, plan.created_at), default=None)


def by_goal(plan: ServicePlan, lines: Sequence[Any]) -> list[Goal]:
    """The goals of a plan, each with its lines; lines that name none come last, or under the only goal there is."""
    words = plan.each_goal
    goals = [Goal(number, text) for number, text in enumerate(words, 1)]
    rest = Goal(0, "")
    for line in lines:
        named = line.goal_number or (1 if len(words) == 1 else 0)
        (goals[named - 1] if 0 < named <= len(goals) else rest).lines.append(line)
    return [*goals, rest] if rest.lines else goals


def plan_answers(participant: UUID, on: datetime.date, rules: Sequence[str]) -> list[Shown]:
    """What some rules say about one participant, computed now."""
    given = choices()
    asked = [rule for rule in pack_in_context().rules if rule.id in rules]
    return [live(answer) for rule in asked for answer in ask(rule, on=on, roots=[participant], given=given)]


def cycle_of(person: Participant, answers: Iterable[Shown], on: datetime.date) -> list[PlanSet]:
    """The sets of the enrollment that goes on, or of the last one until its discharge."""
    enrollment = next(iter(person.enrollments.all()), None)
    if enrollment is None:
        return []
    ended = getattr(enrollment, "discharge", None)
    until = min(on, ended.discharged_on) if ended and ended.discharged_on else on
    days = {
        "screen": _days(person.functional_screens.all()),
        "assessment": _days(person.assessments.all()),
        "plan": _days(person.service_plans.all()),
    }
    return sets(enrollment.enrolled_on, until, answers, days)


def begun_before(record: Any) -> PlanDraft | None:
    """The draft that already changes or amends a record."""
    return PlanDraft.objects.filter(Q(record=record.pk) | Q(amends=record.pk)).first()


def may_be_rewritten(kind: str, record: Any) -> bool:
    """Whether a record is changed where it stands: nobody signed it, and no service was given under its lines."""
    return not is_signed(record) and not (kind == DraftKind.SERVICE_PLAN and has_been_served(record))


def starting_content(kind: str, person: Participant, on: datetime.date) -> Content:
    """What a new one begins from, with today as the day it may be completed."""
    if kind == DraftKind.SERVICE_PLAN:
        plan = in_force(person.service_plans.all(), on)
        lines = list(plan.lines.all()) if plan else []
        if pack_in_context().treatment is not None:
            return of_next_treatment(plan, lines, on)
        return of_next_plan(
            person, plan, lines, next_kind(cycle_of(person, plan_answers(person.pk, on, RULES), on)), on
        )
    model, anew = (Assessment, ASKED_ANEW) if kind == DraftKind.ASSESSMENT else (SupportPlan, ("completed_on",))
    last = model.objects.filter(participant=person, amendments=None).order_by("-completed_on").first()  # type: ignore[attr-defined]
    names = names_of(kind)
    content = as_content(last, names) if last else {"fields": {}, "goals": []}
    content["fields"] |= dict.fromkeys(anew, "") | {"completed_on": as_typed(on)}
    return content


def _days(rows: Iterable[Any]) -> list[datetime.date]:
    return [row.completed_on for row in rows if row.completed_on]
