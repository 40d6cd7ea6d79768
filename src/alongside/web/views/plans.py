"""A participant's plan cycle, and each plan, assessment and support plan to read."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from alongside.access.clock import today
from alongside.access.policies_of_plans import may_write_plan, may_write_support_plan
from alongside.law.rule import DOES_NOT_APPLY
from alongside.ledger.events import record_read
from alongside.records.models import Assessment, DraftKind, Participant, PlanLine, ServicePlan, SupportPlan
from alongside.records.snapshots.assessments import AREAS

from ..person import framed, person_for
from ..plan_changes import changes
from ..plan_cycle import RULES, SHOWN_FIRST, next_kind
from ..plan_sheet import (
    begun_before,
    by_goal,
    cycle_of,
    in_force,
    may_be_rewritten,
    plan_answers,
)
from ..plan_signatures import documents_of, signatures_of
from ..shown import Shown
from ..treatment import treatment_of
from . import treatment_plans

ABOUT_PLANS, ABOUT_ASSESSMENTS = ("PLAN-4", "PLAN-5"), ("SET-3",)
LINES = Prefetch("service_plans__lines", PlanLine.objects.select_related("provider"))
TREATED = (LINES, "service_plans__author__person", "service_plans__authorized_by__person")
KNOWN = (
    "enrollments__discharge", "functional_screens", "assessments", "service_plans", LINES, "support_plans",
    "plan_drafts", "representatives", "employments",
)  # fmt: skip


def plans(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """The cycle through time, the plan in force, drafts, the last assessment and support plan, and what came before."""
    on = today()
    if (law := treatment_of(request.membership)) is not None:
        person = person_for(request, participant_id, "service_plans", *TREATED, "plan_drafts", "plan_reviews")
        return treatment_plans.tab(request, person, law)
    person = person_for(request, participant_id, *KNOWN)
    answers = plan_answers(person.pk, on, (*RULES, *ABOUT_PLANS, *ABOUT_ASSESSMENTS))
    cycle = cycle_of(person, answers, on)
    every = list(person.service_plans.all())
    current = in_force(every, on)
    documents = documents_of(person, DraftKind.values)
    acting = [one.name for one in person.representatives.all() if _acts(one, on)]
    page = {
        "on": on, "cycle": cycle[-SHOWN_FIRST:], "earlier_sets": cycle[:-SHOWN_FIRST],
        "next_kind": next_kind(cycle), "current": current,
        "goals": by_goal(current, current.lines.all()) if current else [],
        "signatures": signatures_of(current, documents.get(current.pk), acting) if current else None,
        "about_current": [shown for shown in answers if current and shown.key == str(current.pk) and shown.is_open],
        "settings": [shown for shown in answers if shown.rule.startswith("SET") and shown.is_open],
        "earlier": _earlier(every, current), "drafts": person.plan_drafts.all(),
        "assessment": _last(person.assessments.all()), "support": _last(person.support_plans.all()),
        "signed": documents,
        "may_write": may_write_plan.allowed(request.membership, person),
        "may_support": may_write_support_plan.allowed(request.membership, person),
    }  # fmt: skip
    return render(request, "plans/tab.html", framed(request, person, **page))


def plan(request: HttpRequest, participant_id: UUID, plan_id: UUID) -> HttpResponse:
    """One service plan: goals and lines, who signed, what is different from the one before, amendments beside it."""
    on = today()
    if (law := treatment_of(request.membership)) is not None:
        person = person_for(request, participant_id, "service_plans", *TREATED)
        of = next((plan for plan in person.service_plans.all() if plan.pk == plan_id), None)
        treated = of or get_object_or_404(ServicePlan, pk=None)
        page = treatment_plans.one(request, person, treated, law)
        return _one(request, person, treated, DraftKind.SERVICE_PLAN, "treatment/plan.html", page)
    person = person_for(request, participant_id, "service_plans", LINES, "representatives")
    every = list(person.service_plans.all())
    one = next((plan for plan in every if plan.pk == plan_id), None) or get_object_or_404(ServicePlan, pk=None)
    before = next((plan for plan in every if plan.pk == one.amends_id), None) or in_force(
        [plan for plan in every if _is_before(plan, one) and plan.lines.all()], on
    )
    answers = [shown for shown in plan_answers(person.pk, on, ABOUT_PLANS) if _is_asked_of(one, shown)]
    acting = [representative.name for representative in person.representatives.all() if _acts(representative, on)]
    page = {
        "plan": one, "goals": by_goal(one, one.lines.all()), "before": before, "answers": answers,
        "changes": changes(list(before.lines.all()), list(one.lines.all())) if before else None,
        "amendments": [plan for plan in every if plan.amends_id == one.pk],
        "amended": next((plan for plan in every if plan.pk == one.amends_id), None),
        "signatures": signatures_of(one, documents_of(person, [DraftKind.SERVICE_PLAN]).get(one.pk), acting),
    }  # fmt: skip
    return _one(request, person, one, DraftKind.SERVICE_PLAN, "plans/plan.html", page)


def assessment(request: HttpRequest, participant_id: UUID, assessment_id: UUID) -> HttpResponse:
    """One assessment."""
    person = person_for(request, participant_id)
    one = get_object_or_404(Assessment.objects.select_related("amends"), pk=assessment_id, participant=person)
    answers = [shown for shown in plan_answers(person.pk, today(), ABOUT_ASSESSMENTS) if _is_asked_of(one, shown)]
    page = {"answers": answers, "areas": AREAS, "document": one}
    return _one(request, person, one, DraftKind.ASSESSMENT, "plans/assessment.html", page)


def support_plan(request: HttpRequest, participant_id: UUID, support_plan_id: UUID) -> HttpResponse:
    """One support plan; it prints on one page."""
    person = person_for(request, participant_id)
    one = get_object_or_404(SupportPlan.objects.select_related("amends"), pk=support_plan_id, participant=person)
    return _one(request, person, one, DraftKind.SUPPORT_PLAN, "plans/support_plan.html", {"support": one})


def _one(
    request: HttpRequest, person: Participant, record: Any, kind: DraftKind, template: str, page: dict[str, Any]
) -> HttpResponse:
    record_read(kind, row=record.pk, subject=person.pk)
    signatures = page.pop("signatures", None) or signatures_of(record, documents_of(person, [kind]).get(record.pk))
    may = may_write_support_plan if kind == DraftKind.SUPPORT_PLAN else may_write_plan
    page |= {
        "kind": kind, "crumb": kind.label, "signatures": signatures,
        "may_write": may.allowed(request.membership, person),
        "is_open": may_be_rewritten(kind, record), "draft": begun_before(record), "on": today(),
        "amendments": page.get("amendments") or list(record.amendments.all()),
    }  # fmt: skip
    return render(request, template, framed(request, person, **page))


def _earlier(every: list[ServicePlan], current: ServicePlan | None) -> list[tuple[ServicePlan, list[ServicePlan]]]:
    """Plans before the one in force, newest first, each with its amendments beside it."""
    by_key = {plan.pk: plan for plan in every}
    families: dict[ServicePlan, list[ServicePlan]] = {plan: [] for plan in every if plan.amends_id is None}
    for plan in every:
        first = plan
        while first.amends_id is not None:
            first = by_key[first.amends_id]
        if first is not plan:
            families[first].append(plan)
    return [(plan, amendments) for plan, amendments in families.items() if plan != current or amendments]


def _is_before(plan: ServicePlan, one: ServicePlan) -> bool:
    return bool(plan.completed_on and one.completed_on and plan.completed_on < one.completed_on)


def _is_asked_of(record: Any, shown: Shown) -> bool:
    return shown.key == str(record.pk) and shown.answer != DOES_NOT_APPLY


def _last(rows: Any) -> Any:
    amended = {row.amends_id for row in rows}
    return next((row for row in rows if row.pk not in amended), None)


def _acts(representative: Any, on: Any) -> bool:
    begun = representative.starts_on is None or representative.starts_on <= on
    return begun and (representative.ends_on is None or representative.ends_on >= on)
