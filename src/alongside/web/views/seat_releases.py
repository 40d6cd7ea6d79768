"""What a participant agreed to let out, and what went out: in their own seat."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from alongside.ledger.events import record_read
from alongside.records.releasing import stands

from ..seat import seat_of


def seat_releases(request: HttpRequest) -> HttpResponse:
    """The consents, each with whether it is in force, and the accounting of disclosures."""
    own = seat_of(request)
    record_read("disclosure", subject=own.participant.pk, detail="own seat")
    at = timezone.now()
    consents = [(one, stands(one, on=own.on, at=at) is None) for one in own.participant.consents.all()]
    went_out = list(own.participant.disclosures.select_related("consent"))
    page = {"seat": own, "on": own.on, "consents": consents, "went_out": went_out}
    return render(request, "seat/releases.html", page)
