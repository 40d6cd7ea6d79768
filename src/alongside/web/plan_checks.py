"""What the rules say of a plan or an assessment while it is being written. Nothing of it is stored."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from alongside.facts.tables import TABLES
from alongside.facts.world import World
from alongside.packs.asking import ask
from alongside.records.actions.plans import say_parts
from alongside.records.models import DraftKind, Participant, ServicePlan
from alongside.reviews.ask import ask_all, choices, pack_in_context

from .drafts import DraftForm
from .forms_service_plan import PlanForm
from .plan_changes import Changes, changes
from .plan_sheet import in_force
from .shown import Shown, live

ASKED = {
    DraftKind.SERVICE_PLAN: ("PLAN-4", "PLAN-5"),
    DraftKind.ASSESSMENT: ("SET-3",),
    DraftKind.SUPPORT_PLAN: ("PLAN-6",),
}
AFTERWARDS = "PLAN-5.signatures"  # asked once the plan is complete


@dataclass(frozen=True)
class Checked:
    """The answers, and what is different from the plan in force, where there is one."""

    answers: list[Shown]
    since: ServicePlan | None = None
    changes: Changes | None = None


def checks(kind: str, person: Participant, form: DraftForm, *, on: datetime.date) -> Checked:
    """Ask the rules about what is typed. What does not read as a day or a word counts as not said."""
    form.full_clean()
    values = form.values
    row = {**values, "completed_on": _by_today(values.get("completed_on"), on)}
    plan = None
    lines: list[Any] = []
    if isinstance(form, PlanForm):
        lines = form.lines_so_far
        plan = ServicePlan(
            goals=form.goals_so_far, demographics=row.get("demographics"), financials=row.get("financials")
        )
        say_parts(plan, lines)
        row |= {name: getattr(plan, name) for name in ("has_demographics", "has_financials", "has_outcomes")}
    world = World(
        {"participant": [_participant(person)], kind: [_facts(kind, {**row, "participant_id": str(person.pk)})]}
    )
    given = dict(choices())
    pack = pack_in_context()
    asked = (pack.treatment.rule,) if pack.treatment else ASKED[DraftKind(kind)]
    rules = [rule for rule in pack.rules if rule.id in asked]
    answers = [live(answer) for rule in rules for answer in ask(rule, world, on=on, choices=given)]
    answers = [replace(shown, lines=tuple(line for line in shown.lines if line.id != AFTERWARDS)) for shown in answers]
    if not isinstance(form, PlanForm):
        return Checked(answers)
    answers += [
        shown for shown in map(live, ask_all("participant", person.pk, on=on, topics=("SET",))) if shown.is_open
    ]
    since = in_force(ServicePlan.objects.filter(participant=person), on)
    before = list(since.lines.select_related("provider")) if since else []
    return Checked(answers, since, changes(before, lines) if since else None)


def _by_today(day: Any, on: datetime.date) -> datetime.date:
    return day if isinstance(day, datetime.date) and day <= on else on


def _participant(person: Participant) -> Mapping[str, Any]:
    return {"participant_id": str(person.pk), "medicaid_id": person.medicaid_id, "born_on": person.born_on}


def _facts(table: str, row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name in TABLES[table].columns}
