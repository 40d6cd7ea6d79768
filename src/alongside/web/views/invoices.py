"""Invoices to Medicaid: their lines, entered or imported, beside the progress notes they are for."""

from __future__ import annotations

import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from alongside.access.clock import today
from alongside.exchange.invoice_lines import read_invoice_lines
from alongside.ledger.events import record_read, record_search
from alongside.records.actions import Billed, record_invoice, tie_line
from alongside.records.models import InvoiceLine, Participant, Service
from alongside.records.problems import Problem, Problems, nothing
from alongside.reviews.matching import matches

from ..entry import enter
from ..fields import within
from ..forms_invoices import InvoiceFileForm, InvoiceLineForm, TieForm
from ..people import asked_for, searched
from ..person import framed, person_for

ON_ONE_PAGE = 50
LOOKED_BACK = datetime.timedelta(days=60)
MOVE = "invoices/entry.html"


def invoices(request: HttpRequest) -> HttpResponse:
    """The lines of every invoice, newest first."""
    (words,) = asked_for(request, "q")
    rows = InvoiceLine.objects.select_related("invoice", "participant", "service").order_by("-served_on", "-created_at")
    rows = searched(
        rows, words, "invoice__number", "claim_number", "participant__family_name", "participant__given_name"
    )
    paged = Paginator(rows, ON_ONE_PAGE).get_page(request.GET.get("page"))
    record_search("invoice_line", found=len(paged), listed={line.participant_id for line in paged})
    return render(request, "invoices/list.html", {"paged": paged, "q": words, "on": today()})


def invoices_of(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """A participant's notes and invoice lines of some days side by side, and what does not match."""
    person = person_for(request, participant_id)
    first, last = _days(request)
    rows = matches(person.pk, first, last, on=today())
    record_read("invoice_line", subject=person.pk, detail=f"{len(rows)} rows")
    page = {"rows": rows, "first": first, "last": last, "wrong": sum(bool(row.wrong) for row in rows), "on": today()}
    return render(request, "invoices/of_participant.html", framed(request, person, **page))


def new_invoice_line(request: HttpRequest) -> HttpResponse:
    """Enter a line; its invoice is made where it is not there yet."""

    def record(form: InvoiceLineForm) -> str:
        said = form.values
        person = _person(said["medicaid_id"])
        missing = [nothing(name) for name in ("served_on", "units") if said[name] is None]
        if missing:
            raise Problems(missing)
        line = Billed(person, said["served_on"], said["units"], said["amount"], said["claim_number"])
        record_invoice(
            program=request.membership.program, number=said["number"] or "", invoiced_on=said["invoiced_on"],
            lines=[line], on=today(), by=request.user,
        )  # fmt: skip
        return f"{reverse('invoices_of', args=[person.pk])}?from={said['served_on']}&to={said['served_on']}"

    page = {"heading": "Enter an invoice line", "button": "Enter it", "back": reverse("invoices")}
    return enter(request, InvoiceLineForm, record, template=MOVE, page=page, done="The line is recorded.")


def import_invoices(request: HttpRequest) -> HttpResponse:
    """Take lines from a CSV file: all of them, or none with every reason."""

    def take(form: InvoiceFileForm) -> str:
        file = form.cleaned_data["file"]
        rows, refused = read_invoice_lines(file.read(5_000_000))
        known = {
            one.medicaid_id: one for one in Participant.objects.filter(medicaid_id__in={r.medicaid_id for r in rows})
        }
        problems = [Problem("file", str(one), "a line that can be read", "Correct the file.") for one in refused]
        problems += [
            Problem("file", f"line {row.line}: {row.medicaid_id}", "a participant of this program", "Correct the id.")
            for row in rows
            if row.medicaid_id not in known
        ]
        if not rows and not problems:
            problems = [Problem("file", "no line", "at least one line", "Look into the file.")]
        if problems:
            raise Problems(problems)
        for row in rows:
            line = Billed(known[row.medicaid_id], row.served_on, row.units, row.amount, row.claim_number)
            record_invoice(
                program=request.membership.program, number=row.invoice_number, invoiced_on=row.invoiced_on,
                lines=[line], on=today(), by=request.user,
            )  # fmt: skip
        return reverse("invoices")

    page = {"heading": "Import invoice lines", "button": "Import them", "back": reverse("invoices")}
    return enter(request, InvoiceFileForm, take, template=MOVE, page=page, done="The lines are imported.")


def tie_invoice_line(request: HttpRequest, invoice_line_id: UUID) -> HttpResponse:
    """Say which service a line is for."""
    line = get_object_or_404(InvoiceLine.objects.select_related("participant", "invoice"), pk=invoice_line_id)
    person = person_for(request, line.participant_id)
    record_read("invoice_line", row=line.pk, subject=person.pk)
    served_on = line.served_on or today()
    week = (served_on - datetime.timedelta(days=7), served_on + datetime.timedelta(days=7))
    near = {str(one.pk): one for one in Service.objects.standing().filter(participant=person, served_on__range=week)}
    back = f"{reverse('invoices_of', args=[person.pk])}?from={served_on}&to={served_on}"

    def tie(form: TieForm) -> str:
        service = near.get(form.values["service"] or "")
        tie_line(
            line=line,
            version=form.read_version,
            service=service,
            units=form.values["units"],
            on=today(),
            by=request.user,
        )
        return back

    choices = [(key, _said(service)) for key, service in near.items()]
    start = {"service": str(line.service_id or ""), "units": line.units, "version": line.version}
    page = {"heading": f"Which service is it for? Line of {served_on:%-d %B %Y}", "button": "Save", "back": back}
    form = partial(TieForm, choices=choices)
    return enter(request, form, tie, template=MOVE, page=page, initial=start, done="The line is tied.")


def _said(service: Service) -> str:
    kind = service.get_kind_display() if service.kind else "Service"
    time = f", {timezone.localtime(service.started_at):%H:%M}" if service.started_at else ""
    return f"{service.served_on:%-d %B %Y}{time}: {kind}"


def _person(medicaid_id: str | None) -> Participant:
    found = Participant.objects.filter(medicaid_id=(medicaid_id or "").strip()).first()
    if found is None:
        raise Problems(
            [Problem("medicaid_id", medicaid_id or "nothing", "a participant of this program", "Check the id.")]
        )
    return found


def _days(request: HttpRequest) -> tuple[datetime.date, datetime.date]:
    """The days asked for, or the last two months."""
    found: list[Any] = []
    for name in ("from", "to"):
        try:
            found.append(within(datetime.date.fromisoformat(request.GET.get(name, ""))))
        except (ValueError, ValidationError):
            found.append(None)
    last = found[1] or today()
    return found[0] or last - LOOKED_BACK, last
