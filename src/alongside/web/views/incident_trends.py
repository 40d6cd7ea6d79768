"""What recurs among incidents, as tables and as a file."""

from __future__ import annotations

import csv
import io

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.access.clock import today
from alongside.ledger.events import record_export

from ..trends import trends


def incident_trends(request: HttpRequest) -> HttpResponse:
    """Incidents of the last twelve months by month, category, kind of place, provider and time of day."""
    return render(request, "incidents/trends.html", {"trends": trends(request.membership, today())})


def export_incident_trends(request: HttpRequest) -> HttpResponse:
    """The same counts as comma-separated values."""
    found = trends(request.membership, today())
    rows = [(table.heading, _plain(row.name), row.said) for table in found.tables for row in table.rows]
    record_export("incident_report", rows=len(rows))
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["Table", "Group", f"Incidents from {found.since} to {found.until}"])
    writer.writerows(rows)
    response = HttpResponse(text.getvalue(), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="incident-trends-{found.until}.csv"'
    return response


def _plain(words: str) -> str:
    """Words that no spreadsheet takes for a formula."""
    return f"'{words}" if words[:1] in "=+-@\t\r" else words
