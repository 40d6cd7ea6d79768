"""Codes, modifiers, units and rates: what was loaded from fee schedules, and loading one."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from alongside.access.billing_policies import may_load_codes
from alongside.access.clock import today
from alongside.exchange.fee_schedule import HEADINGS, read_fee_schedule
from alongside.records.actions.service_codes import end_code, load_codes
from alongside.records.models import Funding, IllinoisService, Service, ServiceCode
from alongside.records.problems import Problem, Problems

from ..entry import enter
from ..forms_billing import CodeEndedForm, FeeScheduleForm

ENTRY = "billing/entry.html"
MOST_BYTES = 2_000_000
FIX = "Correct it in the file."


def service_codes(request: HttpRequest) -> HttpResponse:
    """Every loaded line, and the services Medicaid is to pay that none is for."""
    membership, on = request.membership, today()
    given = Service.objects.filter(funding__in=(Funding.MENTAL_HEALTH_MEDICAID, Funding.SUBSTANCE_USE_MEDICAID))
    told = set(ServiceCode.objects.current(on).values_list("kind", flat=True))
    kinds = set(given.order_by().values_list("kind", flat=True).distinct()) - told
    page = {
        "on": on,
        "codes": ServiceCode.objects.all(),
        "untold": [label for word, label in IllinoisService.choices if word in kinds],
        "may_load": may_load_codes.allowed(membership, membership.program),
    }
    return render(request, "billing/codes.html", page)


def load_service_codes(request: HttpRequest) -> HttpResponse:
    """Load lines from a CSV file: all of them, or none with every reason."""
    program = request.membership.program
    may_load_codes(request.membership, program)

    def load(form: FeeScheduleForm) -> str:
        given = form.values
        content = given["file"].read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise Problems([Problem("file", "more than 2 MB", "at most 2 MB", "Load the schedule in parts.")])
        lines, refused = read_fee_schedule(content)
        problems = [
            Problem("file", f"line {one.line}, {one.column or 'whole'}: {one.found or 'nothing'}", one.expected, FIX)
            for one in refused
        ]
        if not lines and not problems:
            problems = [Problem("file", "no line", "at least one line", "Look into the file.")]
        if problems:
            raise Problems(problems)
        load_codes(
            program=program, lines=lines, source_url=given["source_url"], read_on=given["read_on"], on=today(),
            by=request.user,
        )  # fmt: skip
        return reverse("service_codes")

    back = reverse("service_codes")
    page = {"heading": "Load a fee schedule", "button": "Load it", "back": back, "headings": HEADINGS}
    done = "The fee schedule is loaded."
    return enter(request, FeeScheduleForm, load, template=ENTRY, page=page, initial={"read_on": today()}, done=done)


def end_service_code(request: HttpRequest, service_code_id: UUID) -> HttpResponse:
    """Say when a line ended, so that a newer one takes its place."""
    may_load_codes(request.membership, request.membership.program)
    code = get_object_or_404(ServiceCode, pk=service_code_id)
    back = reverse("service_codes")

    def end(form: CodeEndedForm) -> str:
        end_code(code=code, version=form.read_version, ends_on=form.values["ends_on"], on=today(), by=request.user)
        return back

    start = {"version": code.version, "ends_on": code.ends_on}
    page = {"heading": f"{code.code} ended", "button": "Save", "back": back}
    return enter(request, CodeEndedForm, end, template=ENTRY, page=page, initial=start, done="Its last day is kept.")
