"""Reporting an incident, and changing a report."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone

from alongside.access.clock import today
from alongside.access.incident_policies import may_report_incident, may_work_on_incident
from alongside.ledger.events import record_read, record_search
from alongside.records.actions import change_report, report_incident
from alongside.records.actions.amendments import is_signed
from alongside.reviews.roles_held import roles_held
from alongside.reviews.scope import participants_seen

from ..entry import enter
from ..forms_incident_new import NewReportForm
from ..forms_incidents import ChangeReportForm
from ..incidents import reports_seen
from ..oneself import oneself
from ..peer_programs import is_of_peers
from ..people_meant import listed_as
from ..report_as_held import as_held, categories
from ..whose import subject_of


def new_incident(request: HttpRequest) -> HttpResponse:
    """Report an incident: one report for each participant it touched."""
    may_report_incident(request.membership, request.membership.program)
    people = list(participants_seen(request.membership).only("pk", "given_name", "family_name", "medicaid_id"))
    record_search("participant", found=len(people), listed=[person.pk for person in people])

    def record(form: NewReportForm) -> str:
        reports = report_incident(
            participants=list(form.touched.values()),
            happened_to=form.happened_to,
            affected_count=form.cleaned_data.get("affected_count"),
            **form.report,
            writer_role=_only_role(request),
            on=today(),
            by=request.user,
        )
        return reverse("incident", args=[reports[0].incident])

    start = {"reported_by": oneself(request), "learned_at": timezone.now(), "provider": request.membership.provider_id}
    page = {"people": [listed_as(one) for one in people], "has_categories": bool(categories(today()))}
    form = partial(
        NewReportForm, categories=categories(today()), people=people, of_peers=is_of_peers(request.membership)
    )
    done = "The incident is reported. Read below what still has to be done."
    return enter(request, form, record, template="incidents/new.html", page=page, initial=start, done=done)


def change_incident_report(request: HttpRequest, incident_report_id: UUID) -> HttpResponse:
    """Correct a report; or amend it, once somebody signed it."""
    held = reports_seen(request.membership).select_related("participant")
    report = get_object_or_404(held, pk=incident_report_id)
    may_work_on_incident(request.membership, report)
    record_read("incident_report", row=report.pk, subject=subject_of(report))
    signed = is_signed(report)
    if signed and request.method != "POST":
        return redirect("amend_record", "incident_report", report.pk)

    def record(form: ChangeReportForm) -> str:
        changes = form.report | {"happened_to_them": form.values.get("happened_to_them")}
        reason = changes.pop("reason", None) or form.cleaned_data.get("reason")
        done = change_report(
            report=report, version=form.read_version, changes=changes, reason=reason, on=today(), by=request.user
        )
        return reverse("incident", args=[done.incident])

    form = partial(
        ChangeReportForm, categories=categories(today()), is_signed=signed, of_peers=is_of_peers(request.membership)
    )
    page = {"report": report, "is_signed": signed, "back": reverse("incident", args=[report.incident])}
    done = "The report is amended. It has to be signed anew." if signed else "The report is corrected."
    start = as_held(report)
    return enter(request, form, record, template="incidents/change.html", page=page, initial=start, done=done)


def _only_role(request: HttpRequest) -> str | None:
    """The role the reader writes in, in a program of peer workers, where they hold one alone."""
    if not is_of_peers(request.membership):
        return None
    held = roles_held(request.membership.staff_id, today())
    return held[0] if len(held) == 1 else None
