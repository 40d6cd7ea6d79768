"""Writing service plans with their lines, and amending them."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..models import Participant, PlanKind, PlanLine, Provider, ServicePlan, StaffMember
from ..problems import Conflict, Problem, is_nothing
from .recording import locked, recording, refuse, store, store_again

if TYPE_CHECKING:
    from alongside.access.models import User

TEXTS = ("kind", "completed_on", "met_on", "met_with", "is_in_person", "goals", "demographics", "financials")
AUTHORED = ("author", "author_role")
PARTS = ("has_demographics", "has_financials", "has_outcomes")


@dataclass(frozen=True)
class Line:
    """A service to authorize. `kind` is a word of `ServiceKind`; `goal_number` counts the plan's goals from 1."""

    kind: str
    outcome: str | None = None
    interventions: str | None = None
    frequency: str | None = None
    provider: Provider | None = None
    starts_on: datetime.date | None = None
    ends_on: datetime.date | None = None
    goal_number: int | None = None

    @classmethod
    def of(cls, line: PlanLine) -> Line:
        """The line of another plan, to be taken over."""
        return cls(**{name: getattr(line, name) for name in cls.__dataclass_fields__})


def write_plan(
    *,
    participant: Participant,
    kind: str | None = None,
    completed_on: datetime.date,
    lines: Sequence[Line] = (),
    goals: str | None = None,
    demographics: str | None = None,
    financials: str | None = None,
    met_on: datetime.date | None = None,
    met_with: str | None = None,
    is_in_person: bool | None = None,
    author: StaffMember | None = None,
    author_role: str | None = None,
    on: datetime.date,
    by: User | None,
) -> ServicePlan:
    """Record a service plan with what it authorizes. `kind` is a word of `PlanKind`; `goals` in their own words.

    A treatment plan has no kind and says who completed it: the `author`, and the `author_role`, a word of `Role`.
    """
    with recording(program_id=participant.program_id, by=by):
        plan = ServicePlan(
            program_id=participant.program_id,
            participant=participant,
            kind=kind,
            completed_on=completed_on,
            goals=goals,
            demographics=demographics,
            financials=financials,
            met_on=met_on,
            met_with=met_with,
            is_in_person=is_in_person,
            author=author,
            author_role=author_role,
        )
        return _store(plan, lines, on=on)


def rewrite_plan(
    *,
    plan: ServicePlan,
    version: int,
    changes: dict[str, Any],
    lines: Sequence[Line] | None = None,
    on: datetime.date,
    by: User | None,
) -> ServicePlan:
    """Change a plan nobody has signed, as it was read at `version`. `lines`, where given, take the place of its lines.

    Raises `Conflict`, with both texts, when somebody else changed it since.
    """
    with recording(program_id=plan.program_id, by=by):
        plan = locked(plan)
        _refuse_signed(plan)
        if plan.version != version:
            raise Conflict(plan, version, changes)
        refuse([_not_a_text(name) for name in changes if name not in (*TEXTS, *AUTHORED)])
        for name, value in changes.items():
            setattr(plan, name, value)
        if lines is not None:
            _refuse_served(plan)
            plan.lines.all().delete()
        held = list(map(Line.of, plan.lines.all())) if lines is None else lines
        say_parts(plan, held)
        plan = store_again(plan, fields=(*changes, *PARTS), on=on)
        if lines is not None:
            _store_lines(plan, lines, on=on)
        return plan


def amend_plan(
    *,
    plan: ServicePlan,
    reason: str,
    completed_on: datetime.date,
    lines: Sequence[Line] | None = None,
    changes: dict[str, Any] | None = None,
    on: datetime.date,
    by: User | None,
) -> ServicePlan:
    """Write a new plan that names the one it amends and says why. What is not changed is taken over."""
    changes = changes or {}
    with recording(program_id=plan.program_id, by=by):
        plan = locked(plan)
        refuse([_not_a_text(name) for name in changes if name not in (*TEXTS, *AUTHORED)])
        texts = {name: getattr(plan, name) for name in (*TEXTS, *AUTHORED)} | changes
        amendment = ServicePlan(
            program_id=plan.program_id,
            participant_id=plan.participant_id,
            amends=plan,
            amended_reason=reason,
            **{**texts, "kind": PlanKind.AMENDMENT.value, "completed_on": completed_on},
        )
        return _store(amendment, list(map(Line.of, plan.lines.all())) if lines is None else lines, on=on)


def _store(plan: ServicePlan, lines: Sequence[Line], *, on: datetime.date) -> ServicePlan:
    say_parts(plan, lines)
    store(plan, on=on)
    _store_lines(plan, lines, on=on)
    return plan


def _store_lines(plan: ServicePlan, lines: Sequence[Line], *, on: datetime.date) -> None:
    for number, line in enumerate(lines, 1):
        whose = {"program_id": plan.program_id, "participant_id": plan.participant_id, "service_plan": plan}
        store(PlanLine(**whose, line_number=number, **vars(line)), on=on)


def say_parts(plan: ServicePlan, lines: Sequence[Line]) -> None:
    """Keep true what the plan says it has: goals stand in the plan, objectives and interventions in its lines."""
    plan.has_demographics = not is_nothing(plan.demographics)
    plan.has_financials = not is_nothing(plan.financials)
    worked_toward = any(not (is_nothing(line.outcome) or is_nothing(line.interventions)) for line in lines)
    plan.has_outcomes = not is_nothing(plan.goals) and worked_toward


def _not_a_text(name: str) -> Problem:
    fix = "Leave it as it is; signatures have an action of their own."
    return Problem(name, "a change of it", f"a change of one of: {', '.join(TEXTS)}", fix)


def _refuse_signed(plan: ServicePlan) -> None:
    if plan.is_signed:
        fix = "Amend it: write a new plan that names it and says why."
        refuse([Problem("service_plan", "a signed plan", "one nobody has signed", fix)])


def _refuse_served(plan: ServicePlan) -> None:
    if PlanLine.objects.filter(service_plan=plan, services__isnull=False).exists():
        fix = "Amend the plan; the services keep the lines they were given under."
        refuse([Problem("lines", "services given under them", "lines nobody has used", fix)])
