"""The list of enrollments and discharges as it was sent, and the file from which a sample is drawn again."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.ledger.events import record_export, record_search
from alongside.reviews.models import OversightState
from alongside.reviews.samples import draw_file_of

from ..downloads import download
from .oversights import oversight_for


def oversight_list(request: HttpRequest, oversight_id: UUID) -> HttpResponse:
    """The list as it was sent last, to both sides."""
    it = oversight_for(request, oversight_id)
    roster = it.current_roster
    if roster is None:
        raise Http404("No list was sent.")
    entries = list(roster.entries.all())
    record_search("roster_entry", found=len(entries), listed=[entry.participant_id for entry in entries])
    return render(request, "oversights/roster.html", {"it": it, "roster": roster, "entries": entries})


def draw_file(request: HttpRequest, oversight_id: UUID) -> HttpResponse:
    """List, both parts of the seed, method and sample, as one file without names."""
    it = oversight_for(request, oversight_id)
    sample = it.drawn_sample
    if sample is None or it.state == OversightState.ANNOUNCED:
        raise Http404("No sample is drawn.")
    drawn = list(sample.members.values_list("participant_id", flat=True))
    record_export("sample", rows=sample.participant_count, listed=drawn)
    year = it.period_starts_on.year if it.period_starts_on else sample.drawn_on.year
    name = f"draw-{year}-{str(it.pk)[:8]}.json"
    return download(draw_file_of(sample).encode(), "application/json", name)
