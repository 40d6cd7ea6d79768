"""What recurs among incidents, as tables and as a file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.access.clock import today
from alongside.exchange.csv_out import csv_of
from alongside.ledger.events import record_export

from ..downloads import download
from ..trends import trends


def incident_trends(request: HttpRequest) -> HttpResponse:
    """Incidents of the last twelve months by month, category, kind of place, provider and time of day."""
    return render(request, "incidents/trends.html", {"trends": trends(request.membership, today())})


def export_incident_trends(request: HttpRequest) -> HttpResponse:
    """The same counts as comma-separated values."""
    found = trends(request.membership, today())
    rows = [(table.heading, row.name, row.said) for table in found.tables for row in table.rows]
    record_export("incident_report", rows=len(rows))
    text = csv_of(["Table", "Group", f"Incidents from {found.since} to {found.until}"], rows)
    return download(text.encode(), "text/csv; charset=utf-8", f"incident-trends-{found.until}.csv")
