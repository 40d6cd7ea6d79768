"""An incident report in sections: what is open to whoever writes, the supervisor's review, and what is told at once."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from alongside.access.clock import today
from alongside.access.section_policies import may_review_report, may_tell_hotline, may_write_report_section
from alongside.ledger.events import record_read
from alongside.records import actions
from alongside.records.actions.incident_reviews import words_read
from alongside.records.models import IncidentReport, ReportSection
from alongside.records.models.writing_words import PEER_ROLES
from alongside.reviews.sections import REPORT

from ..at_once import at_once_of
from ..entry import EntryForm, enter
from ..fields import as_yes_or_no
from ..forms_sections import ReviewForm, SuspectedForm
from ..incidents import reports_seen
from ..oneself import oneself
from ..peer_programs import of_peers
from ..section_entry import enter_section
from ..sections import answers_about, page_of, parts_of, writer_of
from ..whose import subject_of

RULES = ("IL-IR-", "IL-OIG-1")


@of_peers
def report_sections(request: HttpRequest, incident_report_id: UUID) -> HttpResponse:
    """Every section of a report, as it stands to the role the reader writes in, with what was written in it."""
    report = _report(request, incident_report_id)
    page = _listed(request, report)
    return render(request, "sections/of_report.html", page)


@of_peers
def write_report_section(request: HttpRequest, incident_report_id: UUID, section: str) -> HttpResponse:
    """Write or rewrite one section in the role the reader writes in."""
    report = _report(request, incident_report_id)
    may_write_report_section(request.membership, report)
    writer = writer_of(request, None, today())
    return enter_section(
        request, of=report, paper=REPORT, section=section, writer=writer, rows=_rows(report),
        back=_address(report), page=_framed(report) | {"at_once": at_once_of(report)},
    )  # fmt: skip


@of_peers
def review_incident_report(request: HttpRequest, incident_report_id: UUID) -> HttpResponse:
    """Record that a supervisor reviewed a report, with everything written in it to read."""
    report = _report(request, incident_report_id)
    may_review_report(request.membership, report)

    def record(form: EntryForm) -> str:
        said = {"reviewed_by": oneself(request), "version": form.read_version, "on": today(), "by": request.user}
        actions.review_report(report=report, **said)
        return _address(report)

    page = _listed(request, report) | {"back": _address(report), "button": "I reviewed this report"}
    start = {"version": words_read(report)}
    done = "The review is recorded, with your name and the day."
    return enter(request, ReviewForm, record, template="sections/review.html", page=page, initial=start, done=done)


@of_peers
def say_suspected(request: HttpRequest, incident_report_id: UUID) -> HttpResponse:
    """Say whether abuse, neglect, exploitation or a death is suspected or told of. It waits for nobody."""
    report = _report(request, incident_report_id)
    may_tell_hotline(request.membership, report)

    def record(form: EntryForm) -> str:
        suspected = form.values["is_suspected_abuse"]
        actions.say_suspected(report=report, is_suspected_abuse=suspected, on=today(), by=request.user)
        return reverse("tell_incident", args=[report.incident, "hotline"]) if suspected else _address(report)

    page = _framed(report) | {"back": _address(report), "at_once": at_once_of(report)}
    start = {"is_suspected_abuse": as_yes_or_no(report.is_suspected_abuse)}
    done = "It is recorded."
    template = "sections/suspected.html"
    return enter(request, SuspectedForm, record, template=template, page=page, initial=start, done=done)


def _report(request: HttpRequest, key: UUID) -> IncidentReport:
    held = reports_seen(request.membership).select_related("participant", "program")
    report: IncidentReport = get_object_or_404(held, pk=key)
    record_read("report_section", row=report.pk, subject=subject_of(report))
    return report


def _rows(report: IncidentReport) -> list[ReportSection]:
    """The sections of a report and, of an amendment, of what it amends, oldest first."""
    keys = [report.pk]
    while report.amends is not None:
        report = report.amends
        keys.append(report.pk)
    rows = ReportSection.objects.filter(incident_report__in=keys)
    return list(rows.select_related("staff__person", "incident_report").order_by("created_at", "pk"))


def _listed(request: HttpRequest, report: IncidentReport) -> dict[str, Any]:
    on, rows = today(), _rows(report)
    writer = writer_of(request, may_write_report_section.reason(request.membership, report), on)
    keys = {str(report.pk), *(str(row.pk) for row in rows)}
    answers = answers_about(RULES, report.participant_id, keys, on)
    named = reverse("report_sections", args=[report.pk])
    parts = parts_of(REPORT, report.pk, writer, rows, answers, lambda section: f"{named}{section}/?as={writer.role}")
    return {
        **_framed(report),
        **page_of(writer, parts),
        "at_once": at_once_of(report),
        "answers": answers.get(str(report.pk), []),
        "is_signed": report.signed_on is not None,
        "is_peers": report.writer_role in PEER_ROLES,
        "clinical_empty": [one.section.name for one in parts if one.section.is_clinical and not one.texts],
        "may_review": may_review_report.allowed(request.membership, report),
        "review_refusal": may_review_report.reason(request.membership, report),
    }


def _framed(report: IncidentReport) -> dict[str, Any]:
    return {
        "report": report,
        "person": report.participant,
        "sections_at": _address(report),
        "crumbs": [
            (reverse("incidents"), "Incidents"),
            (reverse("incident", args=[report.incident]), report.category or report.place or "Incident"),
        ],
        "paper_name": "Incident report",
    }


def _address(report: IncidentReport) -> str:
    return reverse("report_sections", args=[report.pk])
