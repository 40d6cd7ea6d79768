"""What assessments say, second goals, amendments, plans nobody signed yet, and drafts somebody will go on with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alongside.records.models import (
    Assessment,
    DraftKind,
    Participant,
    PlanDraft,
    PlanKind,
    PlanLine,
    Residence,
    ServiceKind,
    ServicePlan,
    SupportPlan,
)

from .shelf import Shelf, before, new_key
from .written import DEMOGRAPHICS, FINANCIALS, SUPPORT

DRAFTED_BY = "Cora Plover"
SECOND_GOAL = "I want to know who to call before it gets bad."
SECOND_LINE = {
    "kind": ServiceKind.CLSS,
    "outcome": "Keeps the four phone numbers at hand, and has used one",
    "interventions": "Practice the call; cue by text on the day; look back together",
    "frequency": "once a week, half an hour",
}
ASSESSED = {
    "strengths": "Keeps appointments, knows the bus lines, makes people laugh. A sister who calls on Sundays.",
    "needs": "Training and cueing around meals and the apartment; somebody to practice hard calls with.",
    "home_life": "Cooks twice a week. The laundry waits until there is nothing left.",
    "health": "Sleeps six hours. Takes medicines with the evening news. Walks every day.",
    "relationships": "Sees a sister on Sundays; two friends from the drop-in center.",
    "work_and_learning": "Worked in a plant nursery for three years, and would again.",
    "money": "Social Security on the third. Rent first, then the phone.",
    "safety": "Loud stairs at night are hard. Keeps the support plan on the fridge.",
    "summary": "Services toward an own kitchen and an own week; look again in six months.",
}
REASON = "Found work on Tuesdays: the visits move to Thursdays, and the outcome with them."


def add_plans(shelf: Shelf, served: Mapping[Participant, str]) -> None:
    """Put on the shelf what the pages of plans show besides the plans themselves."""
    last = {plan.participant: plan for plan in shelf.of(ServicePlan) if plan.goals}
    lines = {line.service_plan: line for line in shelf.of(PlanLine) if line.service_plan}
    homes = {home.participant: home.setting for home in shelf.of(Residence) if home.ends_on is None}
    for assessment in {one.participant: one for one in shelf.of(Assessment)}.values():
        if assessment.participant in last:
            _write_out(assessment, last[assessment.participant], homes.get(assessment.participant))
    for line in lines.values():
        line.goal_number = line.line_number = 1
    in_order = [last[who] for who, story in served.items() if story == "in order" and who in last]
    in_order = [plan for plan in in_order if plan.coordinator_signed_on]
    for plan in in_order[::3]:
        _second_goal(shelf, plan, lines.get(plan))
    for plan in in_order[1:40:9]:
        _amend(shelf, plan, lines[plan])
    for plan in in_order[2:30:9]:
        plan.participant_signed_on = plan.coordinator_signed_on = plan.coordinator_signed_by = None
    nearly = [last[who] for who, story in served.items() if story == "update due this week" and who in last]
    for plan in nearly[:2]:
        _begin(shelf, plan, lines[plan])
    with_support = {one.participant for one in shelf.of(SupportPlan)}
    for plan in in_order[::6]:
        if plan.participant not in with_support:
            shelf.add(SupportPlan, participant=plan.participant, completed_on=plan.completed_on, **SUPPORT)


def _write_out(assessment: Assessment, plan: ServicePlan, setting: str | None) -> None:
    assessment.met_on, assessment.is_in_person = assessment.completed_on, True
    assessment.met_with = f"{assessment.participant.name}, {DRAFTED_BY}"
    assessment.what_matters = plan.goals
    assessment.setting_needed = setting
    for name, words in ASSESSED.items():
        setattr(assessment, name, words)


def _second_goal(shelf: Shelf, plan: ServicePlan, first: PlanLine | None) -> None:
    plan.goals = f"{plan.goals}\n\n{SECOND_GOAL}"
    provider = first.provider if first else None
    shelf.add(
        PlanLine, participant=plan.participant, service_plan=plan, provider=provider, goal_number=2, line_number=2,
        **SECOND_LINE,
    )  # fmt: skip


def _amend(shelf: Shelf, plan: ServicePlan, line: PlanLine) -> None:
    """A week after the plan, where that is not still ahead."""
    day = before(plan.completed_on, -7)
    if day >= shelf.on:
        return
    amendment = shelf.add(
        ServicePlan, participant=plan.participant, kind=PlanKind.AMENDMENT, amends=plan, amended_reason=REASON,
        completed_on=day, met_on=day, met_with=plan.met_with, is_in_person=True, goals=plan.goals,
        demographics=DEMOGRAPHICS, financials=FINANCIALS, has_demographics=True, has_financials=True,
        has_outcomes=True, participant_signed_on=day, coordinator_signed_on=day,
        coordinator_signed_by=plan.coordinator_signed_by, representative_signed_on=None,
    )  # fmt: skip
    shelf.add(
        PlanLine, participant=plan.participant, service_plan=amendment, provider=line.provider, kind=line.kind,
        outcome=line.outcome, interventions=line.interventions, frequency="on Thursdays, an hour", goal_number=1,
        line_number=1,
    )  # fmt: skip


def _begin(shelf: Shelf, plan: ServicePlan, line: PlanLine) -> None:
    """The next plan, begun from this one and not complete."""
    goal: dict[str, Any] = {"key": new_key(shelf.chance).hex[:6], "words": plan.goals, "lines": []}
    texts = {name: getattr(line, name) or "" for name in ("outcome", "interventions", "frequency")}
    provider = str(line.provider_id) if line.provider_id else ""
    goal["lines"].append({"key": new_key(shelf.chance).hex[:6], "kind": str(line.kind), "provider": provider, **texts})
    kind = PlanKind.ANNUAL if plan.kind == PlanKind.SIX_MONTH else PlanKind.SIX_MONTH
    fields = {"kind": str(kind), "demographics": DEMOGRAPHICS, "financials": FINANCIALS}
    shelf.add(
        PlanDraft, participant=plan.participant, kind=DraftKind.SERVICE_PLAN, saved_by=DRAFTED_BY,
        content={"fields": fields, "goals": [goal]},
    )  # fmt: skip
