"""From first contact to enrollment: coverage, screens, homes, representatives, and the four conditions."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from alongside.access.clock import today
from alongside.access.policies import may_change_records
from alongside.records.actions import record_coverage

from ..entry import enter
from ..forms_enrollment import CoverageForm
from ..person import framed, person_for


def add_coverage(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """Record a coverage check."""
    person = person_for(request, participant_id)
    may_change_records(request.membership, person)
    back = reverse("participant", args=[person.pk])

    def record(form: CoverageForm) -> str:
        record_coverage(participant=person, **form.values, on=today(), by=request.user)
        return back

    page = framed(request, person, heading="Record a coverage check", button="Record the check", back=back)
    done = f"The coverage check of {person.name} is recorded."
    return enter(request, CoverageForm, record, template="participants/entry.html", page=page, done=done)
