"""What passes between the program and the state: monitoring, plans of action, corrective action plans, evidence."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from alongside.access.clock import today
from alongside.access.roles import Role
from alongside.ledger.events import record_read
from alongside.reviews.ask import ask, pack_in_context
from alongside.reviews.improvement_states import is_missed, may_review, waits_for
from alongside.reviews.models import (
    CorrectiveActionPlan,
    Evidence,
    MonitoringRequest,
    MonitoringVisit,
    Oversight,
    PlanOfAction,
    PlanWords,
    RequestState,
    Said,
)
from alongside.reviews.talking import give_evidence, say

from ..downloads import download
from ..entry import enter
from ..forms_improvement import EvidenceForm, SayForm
from ..shown import live
from .improvement import address_of
from .monitoring import address_of_request

MODELS = {model._meta.db_table: model for model in (PlanOfAction, CorrectiveActionPlan, MonitoringRequest)}


def reviews(request: HttpRequest) -> HttpResponse:
    """Everything open between the program and the state, each with whose turn it is; what is closed below."""
    on = today()
    actions = [_row(plan, on) for plan in PlanOfAction.objects.all()]
    plans = [_row(plan, on) for plan in CorrectiveActionPlan.objects.all()]
    page = {
        "oversights": Oversight.objects.filter(is_practice=False),
        "on": on, "visits": list(MonitoringVisit.objects.all()), "clock": _clock(),
        "actions": sorted(actions, key=lambda row: not row["waits_for"]),
        "plans": sorted(plans, key=lambda row: not row["waits_for"]),
        "is_state": may_review.allowed(request.membership, request.membership.program),
    }  # fmt: skip
    return render(request, "reviews/front.html", page)


def say_about_plan(request: HttpRequest, kind: str, key: UUID) -> HttpResponse:
    """Say something about a plan, ask for technical assistance, or answer who asked."""
    plan: Any = _thing(kind, key)
    if isinstance(plan, MonitoringRequest):
        raise Http404("Nothing is said about this.")
    is_state = request.membership.role == Role.STATE_REVIEWER
    asked = _asked(plan, request.GET.get("answers", ""))
    what = Said.HELPED if asked else Said.COMMENT
    if request.GET.get("help") and not is_state:
        what = Said.ASKED_FOR_HELP
    headings = {
        Said.HELPED: "Give technical assistance", Said.COMMENT: "Add a comment",
        Said.ASKED_FOR_HELP: "Ask for technical assistance",
    }  # fmt: skip

    def tell(form: SayForm) -> str:
        said = {"words": form.values["words"], "is_of_state": is_state, "answers": asked}
        say(plan=plan, kind=what, **said, on=today(), by=request.user)
        return address_of(plan)

    page = {"heading": headings[what], "button": "Send it", "back": address_of(plan), "plan": plan, "asked": asked}
    return enter(request, SayForm, tell, template="reviews/move.html", page=page, done="Sent.")


def add_evidence(request: HttpRequest, kind: str, key: UUID) -> HttpResponse:
    """Attach a file for the state to look at."""
    thing: Any = _thing(kind, key)
    back = address_of_request(thing) if isinstance(thing, MonitoringRequest) else address_of(thing)

    def keep(form: EvidenceForm) -> str:
        file = form.cleaned_data["file"]
        give_evidence(of=thing, content=file.read(), name=file.name, on=today(), by=request.user)
        return back

    page = {"heading": "Attach a file", "button": "Attach it", "back": back}
    return enter(request, EvidenceForm, keep, template="reviews/move.html", page=page, done="The file is kept.")


def evidence(request: HttpRequest, evidence_id: UUID) -> HttpResponse:
    """A file, as a download."""
    file = get_object_or_404(Evidence.objects.select_related("monitoring_request__pick"), pk=evidence_id)
    pick = file.monitoring_request.pick if file.monitoring_request else None
    record_read("evidence", row=file.pk, subject=pick.participant_id if pick else None)
    return download(bytes(file.content), file.media_type, file.name)


def _row(plan: Any, on: Any) -> dict[str, Any]:
    return {"plan": plan, "waits_for": waits_for(plan, on), "is_missed": is_missed(plan, on)}


def _clock() -> Any:
    """The two-year clock, by the last visit held."""
    last = MonitoringVisit.objects.exclude(visited_on=None).order_by("-visited_on").first()
    if last is None:
        return None
    return next((live(answer) for answer in ask(pack_in_context().rule("MON-1"), on=today(), roots=[last.pk])), None)


def _thing(kind: str, key: UUID) -> Any:
    if kind not in MODELS:
        raise Http404("There is no such thing.")
    thing: Any = get_object_or_404(MODELS[kind], pk=key)
    if kind == MonitoringRequest._meta.db_table and thing.state != RequestState.ASKED:
        raise Http404("It is sent already, as it stood then.")
    return thing


def _asked(plan: Any, key: str) -> PlanWords | None:
    return next((said for said in plan.words.filter(kind=Said.ASKED_FOR_HELP) if str(said.pk) == key), None)
