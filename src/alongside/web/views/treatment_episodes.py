"""Entering and correcting when a participant was in substance-use treatment."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from alongside.access.clock import today
from alongside.access.policies import may_change_records
from alongside.ledger.events import record_read
from alongside.records.actions import record_treatment
from alongside.records.models import Participant, TreatmentEpisode

from ..entry import EntryForm, enter
from ..forms_approvals import EpisodeForm
from ..peer_programs import of_peers
from ..person import framed, person_for
from ..put_right import put_right

TEMPLATE = "participants/entry.html"


@of_peers
def add_episode(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """Record a time in substance-use treatment."""
    person = _person(request, participant_id)
    page = _page(request, person, "Record a time in treatment", "Record it")

    def record(form: EntryForm) -> str:
        record_treatment(participant=person, **form.values, on=today(), by=request.user)
        return str(page["back"])

    return enter(request, EpisodeForm, record, template=TEMPLATE, page=page, done="The time in treatment is recorded.")


@of_peers
def correct_episode(request: HttpRequest, participant_id: UUID, key: UUID) -> HttpResponse:
    """Correct a time in treatment, or say when it ended."""
    person = _person(request, participant_id)
    episode = get_object_or_404(TreatmentEpisode, pk=key, participant=person)
    page = _page(request, person, "Correct the time in treatment", "Save")
    return put_right(request, episode, EpisodeForm, template=TEMPLATE, page=page)


def _person(request: HttpRequest, participant_id: UUID) -> Participant:
    person = person_for(request, participant_id)
    may_change_records(request.membership, person)
    record_read("treatment_episode", subject=person.pk)
    return person


def _page(request: HttpRequest, person: Participant, heading: str, button: str) -> dict[str, Any]:
    back = f"{reverse('enrollment', args=[person.pk])}#treatment"
    lead = "Medicaid pays a peer's recovery support in substance-use treatment only on days within it."
    return framed(request, person, heading=heading, button=button, back=back, lead=lead)
