"""A participant's treatment plan: the one in force with its review, one to read, and what follows its completion."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from alongside.access.clock import today
from alongside.access.policies_of_plans import may_authorize_plan
from alongside.ledger.events import record_read
from alongside.packs.treatment import Treatment
from alongside.records.actions import authorize_plan as authorize
from alongside.records.actions import review_plan as review
from alongside.records.models import DraftKind, Participant, ServicePlan
from alongside.records.problems import Problem, Problems

from .. import treatment as its
from ..entry import EntryForm, enter
from ..forms_treatment import AuthorizationForm, ReviewForm
from ..person import framed, person_for
from ..plan_changes import changes
from ..plan_sheet import by_goal, in_force
from ..plan_signatures import documents_of


def tab(request: HttpRequest, person: Participant, law: Treatment) -> HttpResponse:
    """The plan in force, its review and authorization, drafts, and the plans before."""
    page = its.tab(request.membership, person, law, today())
    return render(request, "treatment/tab.html", framed(request, person, **page))


def one(request: HttpRequest, person: Participant, plan: ServicePlan, law: Treatment) -> dict[str, Any]:
    """What the page of one treatment plan shows beside what every plan's page does."""
    every = list(person.service_plans.all())
    older = [one for one in every if one != plan and (one.completed_on or today()) < (plan.completed_on or today())]
    before = next((one for one in every if one.pk == plan.amends_id), None) or in_force(older, today())
    return {
        "plan": plan, "goals": by_goal(plan, plan.lines.all()), "before": before,
        "changes": changes(list(before.lines.all()), list(plan.lines.all())) if before else None,
        "clinical": its.of(plan, documents_of(person, [DraftKind.SERVICE_PLAN]).get(plan.pk), law),
        "current": in_force(every, today()), "amendments": [one for one in every if one.amends_id == plan.pk],
        "may_authorize": may_authorize_plan.allowed(request.membership, person),
    }  # fmt: skip


def authorize_plan(request: HttpRequest, participant_id: UUID, plan_id: UUID) -> HttpResponse:
    """Record which LPHA authorized a plan, signed or not."""
    person = _treated(request, participant_id)
    plan = get_object_or_404(ServicePlan, pk=plan_id, participant=person)
    record_read("service_plan", row=plan.pk, subject=person.pk, detail="authorization")
    people = its.lphas()
    back = reverse("plan", args=[person.pk, plan.pk])

    def record(form: EntryForm) -> str:
        said = form.values
        who = next((one for one in people if str(one.pk) == said["authorized_by"]), None)
        day = said["authorized_on"]
        if who and day and not its.is_lpha(who, day):
            fix = "Record the license with its days on their page, or choose who was one."
            raise Problems([Problem("authorized_by", f"{who.name}, no LPHA on {day}", "an LPHA on that day", fix)])
        authorize(plan=plan, authorized_by=who, authorized_on=day, on=today(), by=request.user)
        return back

    page = framed(
        request, person, heading="Record the authorization", crumb="Authorization", button="Record it", back=back,
        lead=f"Of the plan completed on {plan.completed_on:%-d %B %Y}." if plan.completed_on else "", plan=plan,
        nobody=not people,
    )  # fmt: skip
    initial = {"authorized_on": plan.authorized_on}
    form: Any = partial(AuthorizationForm, people=people)
    done = "The authorization is recorded."
    return enter(request, form, record, template="treatment/entry.html", page=page, initial=initial, done=done)


def review_plan(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """Record a review that left the plan as it is; one that changes it is a new plan."""
    person = _treated(request, participant_id)
    back = reverse("plans", args=[person.pk])

    def record(form: EntryForm) -> str:
        review(participant=person, **form.values, on=today(), by=request.user)
        return back

    lead = (
        "For a review after which the plan stands as it is. Where something changes, write the next plan or amend it."
    )
    page = framed(request, person, heading="Record a review", crumb="Review", button="Record it", back=back, lead=lead)
    return enter(
        request, ReviewForm, record, template="treatment/entry.html", page=page, done="The review is recorded."
    )


def _treated(request: HttpRequest, participant_id: UUID) -> Participant:
    if its.treatment_of(request.membership) is None:
        raise Http404("This page belongs to programs with treatment plans.")
    person = person_for(request, participant_id)
    may_authorize_plan(request.membership, person)
    return person
