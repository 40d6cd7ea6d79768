"""Monitoring visits: announced, documents asked for and sent, held, and closed with a report."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from alongside.access.clock import today
from alongside.access.policies import may_change_records
from alongside.ledger.events import record_export, record_read
from alongside.records.models import Participant, Provider
from alongside.reviews import monitoring
from alongside.reviews.ask import ask, pack_in_context
from alongside.reviews.improvement_states import may_review
from alongside.reviews.matching import Match, matches
from alongside.reviews.models import (
    MonitoringRequest,
    MonitoringVisit,
    RequestKind,
    RequestState,
    VisitState,
)

from .. import forms_monitoring as forms
from ..entry import enter
from ..shown import live

MOVE = "reviews/move.html"
FORMS: dict[str, type[forms.SendForm]] = {
    RequestKind.LICENSE: forms.SendLicenseForm,
    RequestKind.BACKGROUND_CHECK: forms.SendCheckForm,
}


def monitoring_visit(request: HttpRequest, monitoring_visit_id: UUID) -> HttpResponse:
    """One visit: its days, what was asked for and how it stands, and at the end the report."""
    visit = get_object_or_404(MonitoringVisit, pk=monitoring_visit_id)
    requests = list(visit.requests.select_related("pick"))
    is_state = may_review.allowed(request.membership, visit)
    for pick in visit.picks.all():
        record_read("monitoring_pick", row=pick.pk, subject=pick.participant_id)
    # The state reads what was sent, not the records the rule looks at: it would find none of them.
    asked = () if is_state else ask(pack_in_context().rule("MON-2"), on=today(), roots=[visit.pk])
    answers = {answer.key: live(answer) for answer in asked}
    page = {
        "on": today(), "visit": visit, "is_state": is_state,
        "may_write": may_change_records.allowed(request.membership, visit),
        "requests": [(one, answers.get(str(one.pk))) for one in requests], "kinds": RequestKind,
        "sent": sum(one.state != RequestState.ASKED for one in requests),
        "interviews": visit.interviews.all() if is_state else (), "actions": visit.plans_of_action.all(),
        "plans": visit.corrective_action_plans.all(), "states": VisitState,
    }  # fmt: skip
    return render(request, "reviews/visit.html", page)


def new_visit(request: HttpRequest) -> HttpResponse:
    """Announce a visit."""
    may_review(request.membership, request.membership.program)

    def announce(form: forms.VisitForm) -> str:
        visit = monitoring.announce_visit(
            program=request.membership.program, said=form.values, on=today(), by=request.user
        )
        return address_of(visit)

    page = {"heading": "Announce a monitoring visit", "button": "Announce it", "back": reverse("reviews")}
    done = "Announced. The program sees the visit, and names a participant for each provider."
    return enter(request, forms.VisitForm, announce, template=MOVE, page=page, done=done)


def pick_participants(request: HttpRequest, monitoring_visit_id: UUID) -> HttpResponse:
    """Name one participant for each provider; the list of requests is made from it."""
    visit = get_object_or_404(MonitoringVisit, pk=monitoring_visit_id)
    may_change_records(request.membership, visit)

    def pick(form: forms.PicksForm) -> str:
        monitoring.pick_participants(visit=visit, picked=form.picked, on=today(), by=request.user)
        return address_of(visit)

    page = {
        "heading": "One participant for each provider",
        "button": "Make the list",
        "back": address_of(visit),
        "visit": visit,
    }
    form = partial(forms.PicksForm, rows=_served(visit))
    return enter(request, form, pick, template="reviews/picks.html", page=page, done="The list of requests is made.")


def monitoring_request(request: HttpRequest, monitoring_request_id: UUID) -> HttpResponse:
    """One thing asked for: to put together and send, or to look at once it was sent."""
    asked = get_object_or_404(
        MonitoringRequest.objects.select_related("monitoring_visit", "pick"), pk=monitoring_request_id
    )
    is_state, is_sent = may_review.allowed(request.membership, asked), asked.state != RequestState.ASKED
    whose = asked.pick.participant_id if asked.pick else None
    record_read("monitoring_request", row=asked.pk, subject=whose)
    rows = [] if is_sent or is_state else _rows(asked)
    page: dict[str, Any] = {
        "on": today(), "asked": asked, "visit": asked.monitoring_visit, "is_state": is_state, "is_sent": is_sent,
        "rows": rows, "sent_rows": asked.shown, "evidence": asked.evidence.defer("content"),
        "shown": None if is_state else _answer(asked),
        "may_write": may_change_records.allowed(request.membership, asked), "back": address_of(asked.monitoring_visit),
        "button": "Looked at" if is_state else "Send it to the state", "wrong": sum(bool(row.wrong) for row in rows),
    }  # fmt: skip
    form: Any = forms.LookAtForm if is_state else FORMS.get(asked.kind or "", forms.SendForm)

    def act(filled: Any) -> str:
        if is_state:
            monitoring.look_at_request(request=asked, finding=filled.values["finding"], on=today(), by=request.user)
        else:
            may_change_records(request.membership, asked)
            record_export("monitoring_request", rows=len(rows) or 1, subject=whose)
            monitoring.send_request(
                request=asked,
                version=filled.read_version,
                said=filled.values,
                at=timezone.now(),
                on=today(),
                by=request.user,
            )
        return address_of(asked.monitoring_visit)

    start = {"version": asked.version, "finding": asked.finding, "said": asked.said}
    done = "Recorded." if is_state else "Sent. It is kept as it was sent."
    return enter(request, form, act, template="reviews/request.html", page=page, initial=start, done=done)


def hold_visit(request: HttpRequest, monitoring_visit_id: UUID) -> HttpResponse:
    """Record that the visit was held."""
    visit = _of_state(request, monitoring_visit_id)

    def hold(form: forms.HeldForm) -> str:
        monitoring.hold_visit(visit=visit, **form.values, on=today(), by=request.user)
        return address_of(visit)

    page = {"heading": "The visit was held", "button": "Record it", "back": address_of(visit)}
    start = {"visited_on": min(visit.planned_on or today(), today())}
    return enter(request, forms.HeldForm, hold, template=MOVE, page=page, initial=start, done="The visit is recorded.")


def add_interview(request: HttpRequest, monitoring_visit_id: UUID) -> HttpResponse:
    """Keep notes of an interview. The program does not see them."""
    visit = _of_state(request, monitoring_visit_id)

    def keep(form: forms.InterviewForm) -> str:
        monitoring.record_interview(visit=visit, said=form.values, on=today(), by=request.user)
        return address_of(visit)

    page = {
        "heading": "Notes of an interview", "button": "Keep them", "back": address_of(visit),
        "lead": "Only the state reads these notes. The database shows them to nobody else.",
    }  # fmt: skip
    start = {"held_on": visit.visited_on or today()}
    return enter(request, forms.InterviewForm, keep, template=MOVE, page=page, initial=start, done="Kept.")


def close_visit(request: HttpRequest, monitoring_visit_id: UUID) -> HttpResponse:
    """Write the report that the closing meeting goes through."""
    visit = _of_state(request, monitoring_visit_id)

    def close(form: forms.ReportForm) -> str:
        monitoring.close_visit(visit=visit, said=form.values, on=today(), by=request.user)
        return address_of(visit)

    page = {"heading": "Closing meeting and report", "button": "Share the report", "back": address_of(visit)}
    done = "The report is shared with the program."
    return enter(
        request, forms.ReportForm, close, template=MOVE, page=page, initial={"closing_meeting_on": today()}, done=done
    )


def address_of(visit: MonitoringVisit) -> str:
    """The page of a visit."""
    return reverse("monitoring_visit", args=[visit.pk])


def address_of_request(asked: MonitoringRequest) -> str:
    """The page of one thing asked for."""
    return reverse("monitoring_request", args=[asked.pk])


def _of_state(request: HttpRequest, key: UUID) -> MonitoringVisit:
    visit = get_object_or_404(MonitoringVisit, pk=key)
    may_review(request.membership, visit)
    return visit


def _served(visit: MonitoringVisit) -> list[tuple[Provider, list[Participant]]]:
    """Each provider with those it served in the dates named, or plans to serve."""
    given = Q(services__served_on__range=(visit.notes_from_on, visit.notes_to_on))
    return [
        (provider, list(Participant.objects.filter(given, services__staff__provider=provider).distinct()[:40]))
        for provider in Provider.objects.all()
    ]


def _rows(asked: MonitoringRequest) -> list[Match]:
    if asked.participant_id is None or asked.notes_from_on is None or asked.notes_to_on is None:
        return []
    return matches(asked.participant_id, asked.notes_from_on, asked.notes_to_on, on=today())


def _answer(asked: MonitoringRequest) -> Any:
    rule = pack_in_context().rule("MON-2")
    answers = ask(rule, on=today(), roots=[asked.monitoring_visit_id])
    return next((live(answer) for answer in answers if answer.key == str(asked.pk)), None)
