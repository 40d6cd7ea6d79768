"""Incidents: what is open, one event with everything about it, and a participant's own."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.access.clock import today
from alongside.access.incident_policies import may_tell_state, may_work_on_incident
from alongside.ledger.events import record_read, record_search
from alongside.records.models import IncidentCategory, IncidentSupervisor

from ..incident_way import ways_of
from ..incidents import counts, event_for, events_of, listed, reports_seen
from ..people import asked_for, searched
from ..person import framed, person_for

ON_ONE_PAGE = 25
STANDS = {"open": "Open", "done": "Nothing left to do"}


def incidents(request: HttpRequest) -> HttpResponse:
    """The incidents a reader may see: what is open first."""
    reports = reports_seen(request.membership)
    found = counts(reports)
    words, stands, category = asked_for(request, "q", "stands", "category")
    kept = searched(reports, words, "participant__family_name", "participant__given_name", "place", "category")
    if category:
        kept = kept.filter(category=category)
    rows = listed(reports.filter(incident__in=kept.values("incident")) if words or category else reports)
    if stands in STANDS:
        rows = rows.filter(stands=stands)
    paged = Paginator(rows, ON_ONE_PAGE).get_page(request.GET.get("page"))
    events = events_of(paged, reports)
    record_search(
        "incident_report",
        found=len(events),
        listed={r.participant_id for event in events if not event.is_restricted for r in event.reports},
    )
    page = {
        "on": today(), "paged": paged, "events": events, "counts": found, "q": words, "stands": stands,
        "all_stands": STANDS, "category": category, "categories": _categories(),
    }  # fmt: skip
    return render(request, f"incidents/list.html{'#incidents' if request.htmx else ''}", page)


def incident(request: HttpRequest, incident_id: UUID) -> HttpResponse:
    """One event: what happened, the way of each report with its rules, follow-ups, and who watches over it."""
    event = event_for(request.membership, incident_id)
    for report in event.reports:
        # In a seat nobody is to meet what few may read: the ledger names the report, not the person.
        subject = None if event.is_restricted else report.participant_id
        record_read("incident_report", row=report.pk, subject=subject)
    page: dict[str, Any] = {
        "on": today(),
        "event": event,
        "ways": ways_of(event.reports, today()),
        "supervisors": IncidentSupervisor.objects.filter(incident=event.key).select_related("supervisor"),
        "may_work": may_work_on_incident.allowed(request.membership, event.first),
        "may_tell_state": may_tell_state.allowed(request.membership, event.first),
        "touched_besides": (event.first.affected_count or 0) - len(event.reports),
    }
    return render(request, "incidents/one.html", page)


def incidents_of(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """A participant's incidents, as far as the reader may see them."""
    person = person_for(request, participant_id)
    reports = reports_seen(request.membership).filter(participant=person)
    paged = Paginator(listed(reports), ON_ONE_PAGE).get_page(request.GET.get("page"))
    page = {"paged": paged, "events": events_of(paged, reports)}
    return render(request, "incidents/of_participant.html", framed(request, person, **page))


def _categories() -> list[str]:
    return list(IncidentCategory.objects.values_list("name", flat=True))
