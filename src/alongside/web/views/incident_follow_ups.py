"""What follows an incident, and who watches over it."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from alongside.access.clock import today
from alongside.access.incident_policies import may_tell_state, may_work_on_incident
from alongside.access.models import Membership
from alongside.access.roles import Role
from alongside.records import actions
from alongside.records.models import FollowUp

from ..entry import enter
from ..forms_incident_way import DoneForm, FollowUpForm, SupervisorForm
from ..incidents import address_of, entry_page, event_for, reports_seen

ENTRY = "incidents/entry.html"


def add_follow_up(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """Say what is to be done, by whom and by when."""
    event = event_for(request.membership, incident_id)
    may_work_on_incident(request.membership, event.first)

    def record(form: FollowUpForm) -> str:
        actions.plan_follow_up(report=event.first, **form.values, on=today(), by=request.user)
        return address_of(event)

    page = entry_page(event, "Plan a follow-up", "Plan it")
    return enter(request, FollowUpForm, record, template=ENTRY, page=page, done="The follow-up is planned.")


def finish_follow_up(request: HttpRequest, follow_up_id: UUID) -> HttpResponse:
    """Record that a follow-up was done."""
    seen = reports_seen(request.membership)
    held = FollowUp.objects.filter(incident__in=seen.values("incident"), done_on=None)
    follow_up = get_object_or_404(held, pk=follow_up_id)
    event = event_for(request.membership, UUID(follow_up.incident))
    may_work_on_incident(request.membership, event.first)

    def record(form: DoneForm) -> str:
        actions.finish_follow_up(follow_up=follow_up, **form.values, on=today(), by=request.user)
        return address_of(event)

    page = entry_page(event, f"Done: {follow_up.what}", "Record that it was done")
    start = {"done_on": today()}
    return enter(request, DoneForm, record, template=ENTRY, page=page, initial=start, done="The follow-up is done.")


def assign_incident(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """Choose the supervisor who watches over an incident."""
    event = event_for(request.membership, incident_id)
    may_tell_state(request.membership, event.first)
    supervising = Membership.objects.current(today()).filter(program=request.membership.program, role=Role.SUPERVISOR)
    people = {str(one.user_id): one.user for one in supervising.select_related("user")}

    def record(form: SupervisorForm) -> str:
        chosen = people.get(form.values["supervisor"] or "")
        actions.assign_supervisor(report=event.first, supervisor=chosen, on=today(), by=request.user)
        return address_of(event)

    form = partial(SupervisorForm, choices=[(key, user.name) for key, user in people.items()])
    page = entry_page(event, "Choose who watches over it", "Choose")
    return enter(request, form, record, template=ENTRY, page=page, done="Chosen. They can read this incident now.")
