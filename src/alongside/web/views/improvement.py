"""Plans of action and corrective action plans: where each stands, and whatever may be done with it next."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from alongside.access.clock import today
from alongside.reviews import corrective, improvement
from alongside.reviews.ask import ask, pack_in_context
from alongside.reviews.corrective import STATEMENT
from alongside.reviews.improvement_states import (
    TALKED_ABOUT,
    Moving,
    Plan,
    is_missed,
    may_move,
    may_review,
    move_named,
    next_moves,
    waits_for,
)
from alongside.reviews.models import (
    CorrectiveActionPlan,
    MonitoringVisit,
    Oversight,
    PlanOfAction,
    PlanStep,
    Reason,
    Said,
)

from ..entry import enter
from ..forms_improvement import ActionForm, OpenPlanForm, StepDoneForm
from ..improvement_moves import ENTERED
from ..improvement_way import way_of
from ..shown import Shown, live

ABOUT = {PlanOfAction: ("POA-1", "POA-2", "CAP-1"), CorrectiveActionPlan: ("CAP-4", "CAP-2", "CAP-3")}
PAGE = {PlanOfAction: "plan_of_action", CorrectiveActionPlan: "corrective_plan"}


def plan_of_action(request: HttpRequest, plan_of_action_id: UUID) -> HttpResponse:
    """One plan of action: what is asked, by when, what was done, and what is next."""
    plan = get_object_or_404(PlanOfAction, pk=plan_of_action_id)
    return render(request, "reviews/plan_of_action.html", _page(request, plan))


def corrective_plan(request: HttpRequest, corrective_action_plan_id: UUID) -> HttpResponse:
    """One corrective action plan: its days, its draft, its steps, and what is next."""
    plan = get_object_or_404(CorrectiveActionPlan, pk=corrective_action_plan_id)
    page = _page(request, plan)
    copy = plan.signed_copies.first()
    step_move = move_named(plan, "do_step")
    is_doing = step_move is not None and plan.state in step_move.while_
    may_do = is_doing and may_move.allowed(request.membership, Moving(plan, step_move))
    page |= {"steps": plan.steps.all(), "way": way_of(plan), "copy": copy, "may_do": may_do}
    return render(request, "reviews/corrective_plan.html", page)


def new_plan_of_action(request: HttpRequest) -> HttpResponse:
    """Issue a plan of action, after a review or alone."""
    may_review(request.membership, request.membership.program)
    came_from = _came_from(request)

    def issue(form: ActionForm) -> str:
        plan = improvement.issue_action(
            program=request.membership.program, said=form.values, on=today(), by=request.user, **came_from
        )
        return address_of(plan)

    page = {"heading": "Issue a plan of action", "button": "Issue it", "back": reverse("reviews"), "from": came_from}
    done = "The plan of action is issued. The program sees it now."
    return enter(request, ActionForm, issue, template="reviews/move.html", page=page, done=done)


def new_corrective_plan(request: HttpRequest) -> HttpResponse:
    """Open a corrective action plan: after a missed date, or straight from what was found."""
    may_review(request.membership, request.membership.program)
    came_from: dict[str, Any] = _came_from(request)
    if key := request.GET.get("plan_of_action"):
        came_from["plan_of_action"] = _found(PlanOfAction, key)
    action = came_from.get("plan_of_action")

    def open_(form: OpenPlanForm) -> str:
        plan = corrective.open_plan(
            program=request.membership.program, **form.values, **came_from, on=today(), by=request.user
        )
        return address_of(plan)

    start = {"reason": Reason.PLAN_OF_ACTION_MISSED if action else Reason.OUT_OF_COMPLIANCE}
    page = {
        "heading": "Open a corrective action plan",
        "button": "Open it",
        "back": reverse("reviews"),
        "action": action,
    }
    done = "Opened. Arrange the meeting, and send the concerns in writing."
    return enter(request, OpenPlanForm, open_, template="reviews/move.html", page=page, initial=start, done=done)


def move_action(request: HttpRequest, plan_of_action_id: UUID, move: str) -> HttpResponse:
    """Do what is next with a plan of action."""
    return _move(request, get_object_or_404(PlanOfAction, pk=plan_of_action_id), move)


def move_plan(request: HttpRequest, corrective_action_plan_id: UUID, move: str) -> HttpResponse:
    """Do what is next with a corrective action plan."""
    return _move(request, get_object_or_404(CorrectiveActionPlan, pk=corrective_action_plan_id), move)


def do_step(request: HttpRequest, plan_step_id: UUID) -> HttpResponse:
    """Record that a step was done."""
    step = get_object_or_404(PlanStep.objects.select_related("corrective_action_plan"), pk=plan_step_id)
    plan = step.corrective_action_plan
    may_move(request.membership, Moving(plan, move_named(plan, "do_step")))

    def record(form: StepDoneForm) -> str:
        said = form.values
        corrective.do_step(step=step, done_on=said["done_on"], words=said["done_words"], on=today(), by=request.user)
        return address_of(plan)

    page = {
        "heading": f"Done: {step.what}",
        "button": "Record that it was done",
        "back": address_of(plan),
        "plan": plan,
    }
    start = {"done_on": today()}
    done = "The step is done."
    return enter(request, StepDoneForm, record, template="reviews/move.html", page=page, initial=start, done=done)


def address_of(plan: Plan) -> str:
    """The page of a plan."""
    return reverse(PAGE[type(plan)], args=[plan.pk])


def _move(request: HttpRequest, plan: Plan, name: str) -> HttpResponse:
    move, entered = move_named(plan, name), ENTERED.get(name)
    if move is None or entered is None:
        raise Http404("There is no such step.")
    may_move(request.membership, Moving(plan, move))

    def act(form: Any) -> str:
        entered.act(plan, form, {"on": today(), "by": request.user})
        return address_of(plan)

    page = {
        "heading": move.button, "button": move.button, "back": address_of(plan), "plan": plan, "lead": entered.lead,
        "statement": STATEMENT if name == "sign_plan" else "", "move": move,
    }  # fmt: skip
    start = entered.start(plan, today())
    return enter(request, entered.form, act, template=entered.template, page=page, initial=start, done=move.done)


def _page(request: HttpRequest, plan: Plan) -> dict[str, Any]:
    on = today()
    moves = next_moves(plan, request.membership.role, on)
    words = list(plan.words.select_related("answers"))
    return {
        "on": on, "plan": plan, "moves": [move for move in moves if move.name in ENTERED],
        "waits_for": waits_for(plan, on),
        "is_missed": is_missed(plan, on), "answers": _answers(plan), "words": words,
        "unanswered": {said.pk for said in words if said.kind == Said.ASKED_FOR_HELP}
        - {said.answers_id for said in words},
        "evidence": plan.evidence.defer("content"), "may_talk": plan.state in TALKED_ABOUT[type(plan)],
        "is_state": may_review.allowed(request.membership, request.membership.program), "page_of": PAGE[type(plan)],
    }  # fmt: skip


def _answers(plan: Plan) -> list[Shown]:
    asked = [pack_in_context().rule(rule) for rule in ABOUT[type(plan)]]
    found = [live(answer) for rule in asked for answer in ask(rule, on=today(), roots=[plan.pk])]
    return [shown for shown in found if shown.answer != "does not apply"]


def _came_from(request: HttpRequest) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if key := request.GET.get("monitoring_visit"):
        found["monitoring_visit"] = _found(MonitoringVisit, key)
    if key := request.GET.get("oversight"):
        found["oversight"] = _found(Oversight, key)
    return found


def _found(model: Any, key: str) -> Any:
    try:
        return get_object_or_404(model, pk=UUID(key))
    except ValueError as wrong:
        raise Http404("This is no key.") from wrong
