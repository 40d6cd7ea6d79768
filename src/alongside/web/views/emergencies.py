"""Emergency access: open one participant with a reason for four hours; somebody else looks at it afterwards."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from alongside.access.clock import today
from alongside.access.emergency_policies import may_open_in_emergency, may_review_emergency, may_see_emergency
from alongside.ledger.events import Act, record_read, record_search
from alongside.ledger.events import record as ledger
from alongside.records.actions import review_emergency
from alongside.records.models import EmergencyAccess, StaffMember
from alongside.reviews.emergencies import open_and_tell

from ..emergencies import lasts, looked_at
from ..entry import enter
from ..forms_emergencies import EmergencyForm, EmergencyReviewForm
from ..oneself import oneself

ON_ONE_PAGE = 25
UNSAVED = 422


def emergencies(request: HttpRequest) -> HttpResponse:
    """Every emergency access the reader may see, the newest first; those that wait for a review on top."""
    seen = EmergencyAccess.objects.filter(may_see_emergency.rows(request.membership))
    waiting_first = (F("review__reviewed_at").desc(nulls_first=True), "-opened_at")
    rows = seen.select_related("participant", "review").order_by(*waiting_first)
    paged = Paginator(rows, ON_ONE_PAGE).get_page(request.GET.get("page"))
    record_search("emergency_access", found=len(paged), listed=[one.participant_id for one in paged])
    may_open = may_open_in_emergency.allowed(request.membership, request.membership.program)
    page = {"paged": paged, "rows": [(one, lasts(one)) for one in paged], "may_open": may_open}
    return render(request, "emergencies/list.html", page)


def open_emergency(request: HttpRequest) -> HttpResponse:
    """Open one participant, named exactly, with a reason."""

    def record(form: EmergencyForm) -> str:
        may_open_in_emergency(request.membership, request.membership.program)
        person = form.find()
        staff = StaffMember.objects.get(pk=request.membership.staff_id)
        said = {"at": timezone.now(), "on": today(), "by": request.user}
        open_and_tell(participant=person, staff=staff, reason=form.values["reason"], opened_by=oneself(request), **said)
        return reverse("participant", args=[person.pk])

    done = "The record is open to you for four hours. Those who supervise were told."
    page = {"may_not": may_open_in_emergency.reason(request.membership, request.membership.program)}
    response = enter(request, EmergencyForm, record, template="emergencies/open.html", page=page, done=done)
    if response.status_code == UNSAVED:
        ledger(Act.REFUSED, "emergency_access", detail="nothing opened")
    return response


def emergency(request: HttpRequest, emergency_access_id: UUID) -> HttpResponse:
    """One emergency access: who, whom, why, and what was looked at; concluded by somebody else."""
    held = EmergencyAccess.objects.filter(may_see_emergency.rows(request.membership))
    access = get_object_or_404(held.select_related("participant", "account", "review"), pk=emergency_access_id)
    record_read("emergency_access", row=access.pk, subject=access.participant_id)
    may_not = may_review_emergency.reason(request.membership, access)

    def record(form: EmergencyReviewForm) -> str:
        may_review_emergency(request.membership, access)
        said = {"at": timezone.now(), "on": today(), "by": request.user}
        review_emergency(access=access, reviewed_by=oneself(request), **form.values, **said)
        return request.path

    page = {
        "access": access, "review": getattr(access, "review", None), "lasts": lasts(access), "may_not": may_not,
        "looked": looked_at(access) if access.account_id != request.user.pk else [],
        "is_own": access.account_id == request.user.pk,
    }  # fmt: skip
    done = "The review is recorded."
    return enter(request, EmergencyReviewForm, record, template="emergencies/one.html", page=page, done=done)
