"""The way to a certificate of one staff member: their own page, and their supervisor's."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from alongside.access.clock import today
from alongside.access.people_policies import may_log_hours
from alongside.facts.roles import ROLES
from alongside.ledger.events import record_read
from alongside.packs.illinois_peer import credential_path as way
from alongside.records import actions
from alongside.records.models import CredentialApplication, CredentialHours, StaffMember
from alongside.reviews.scope import staff_seen

from ..certificates import kind_for, way_of
from ..entry import EntryForm, enter
from ..forms_certificates import ApplicationForm, HoursForm
from ..peer_programs import of_peers
from ..put_right import put_right

TEMPLATE = "staff/paper.html"


@of_peers
def certificate_of(request: HttpRequest, staff_id: UUID) -> HttpResponse:
    """What is asked, logged and left for one credential, by domain; the application's life; what was logged when."""
    member, on = _member(request, staff_id), today()
    kind = kind_for(member, request.GET.get("credential", ""), on)
    page = {
        "on": on, "member": member, "way": way_of(member, kind, on), "kind": kind,
        "kinds": {one: ROLES[one] for one in way.CREDENTIALS}, "called": ROLES[kind],
        "log": member.credential_hours.filter(kind=kind), "orientation": way.ORIENTATION,
        "is_over": way.ORIENTATION.held_on < on, "is_own": request.membership.staff_id == member.pk,
        "a_year": (way.OPEN_A_YEAR,), "least_duties": (way.LEAST_DUTIES,), "one_month": (way.ONE_MONTH,),
    }  # fmt: skip
    return render(request, "certificate/one.html", page)


@of_peers
def log_hours(request: HttpRequest, staff_id: UUID, kind: str) -> HttpResponse:
    """Log hours or units of one credential."""
    if kind not in way.CREDENTIALS:
        raise Http404("There is no such credential.")
    member = _member(request, staff_id)
    back = _back(member, kind)

    def record(form: HoursForm) -> str:
        actions.log_hours(staff=member, kind=kind, **form.recorded, on=today(), by=request.user)
        return back

    lead = f"Toward: {ROLES[kind]}. Units for renewal are added to the certificate in force that day."
    page = {"member": member, "heading": "Log hours or units", "button": "Log them", "back": back, "lead": lead}
    form: Any = partial(HoursForm, kind=kind)
    return enter(request, form, record, template=TEMPLATE, page=page, done="The hours are logged.")


@of_peers
def correct_hours(request: HttpRequest, staff_id: UUID, key: UUID) -> HttpResponse:
    """Correct hours that were logged; what they count toward follows."""
    member = _member(request, staff_id)
    logged = get_object_or_404(CredentialHours, pk=key, staff=member)
    kind = str(logged.kind)
    back = _back(member, kind)

    def record(form: HoursForm) -> str:
        actions.correct_hours(
            logged=logged, version=form.read_version, changes=form.recorded, on=today(), by=request.user
        )
        return back

    page = {"member": member, "heading": "Correct hours or units", "button": "Save", "back": back, "lead": ROLES[kind]}
    initial = {name: getattr(logged, name) for name in ("done_on", "hours", "what", "version")}
    initial["counts_as"] = f"{logged.part}:{logged.domain}"
    form: Any = partial(HoursForm, kind=kind)
    done = "The hours are corrected."
    return enter(request, form, record, template=TEMPLATE, page=page, initial=initial, done=done)


@of_peers
def open_application(request: HttpRequest, staff_id: UUID) -> HttpResponse:
    """Record an application to the Board."""
    member = _member(request, staff_id)

    def record(form: EntryForm) -> str:
        made = actions.open_application(staff=member, **form.values, on=today(), by=request.user)
        return _back(member, str(made.kind))

    page = {
        "member": member, "heading": "Record an application", "button": "Record it", "back": _back(member),
        "lead": "An application to the Illinois Certification Board stays open up to one year.",
    }  # fmt: skip
    return enter(request, ApplicationForm, record, template=TEMPLATE, page=page, done="The application is recorded.")


@of_peers
def correct_application(request: HttpRequest, staff_id: UUID, key: UUID) -> HttpResponse:
    """Correct one, or say when it is complete."""
    member = _member(request, staff_id)
    record = get_object_or_404(CredentialApplication, pk=key, staff=member)
    page = {"member": member, "heading": "The application", "back": _back(member, str(record.kind)), "lead": ""}
    return put_right(request, record, ApplicationForm, template=TEMPLATE, page=page)


def _back(member: StaffMember, kind: str = "") -> str:
    address = reverse("certificate_of", args=[member.pk])
    return f"{address}?credential={kind}" if kind else address


def _member(request: HttpRequest, staff_id: UUID) -> StaffMember:
    member: StaffMember = get_object_or_404(staff_seen(request.membership).select_related("person"), pk=staff_id)
    may_log_hours(request.membership, member)
    record_read("staff", row=member.pk, subject=member.pk, detail="way to a certificate")
    return member
