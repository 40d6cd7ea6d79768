"""The frame of a participant's pages: who it is, and the pages about them."""

from __future__ import annotations

from typing import Any, NamedTuple
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from alongside.access.pages import PAGES
from alongside.ledger.events import record_read
from alongside.records.models import Participant
from alongside.reviews.scope import participants_seen


class PersonTab(NamedTuple):
    """One page about a participant: its URL's name, the word on it, and the names of the pages below it."""

    name: str
    word: str
    below: tuple[str, ...] = ()


PERSON_TABS = (
    PersonTab("participant", "Overview"),
    PersonTab("enrollment", "Enrollment"),
    PersonTab("plans", "Plans", ("employment",)),
    PersonTab("notes", "Notes", ("note",)),
    PersonTab("incidents_of", "Incidents"),
    PersonTab("documents_of", "Documents"),
    PersonTab("invoices_of", "Invoices", ("tie_invoice_line",)),
)


def person_for(request: HttpRequest, participant_id: UUID, *related: str, read: str = "participant") -> Participant:
    """The participant, if this reader may open them, with what is related fetched along. The ledger keeps the look."""
    people = participants_seen(request.membership).prefetch_related(*related)
    person: Participant = get_object_or_404(people, pk=participant_id)
    record_read(read, row=person.pk, subject=person.pk)
    return person


def framed(request: HttpRequest, person: Participant, **page: Any) -> dict[str, Any]:
    """What `participants/frame.html` needs, and the page's own."""
    here = request.resolver_match.view_name if request.resolver_match else ""
    enrollment = person.enrollments.select_related("discharge").first()
    shown = [
        {
            "address": reverse(tab.name, args=[person.pk]),
            "word": tab.word,
            "is_here": here == tab.name or here in tab.below,
        }
        for tab in PERSON_TABS
        if tab.name in PAGES and PAGES[tab.name].refusal(request.membership) is None
    ]
    return {"person": person, "enrollment": enrollment, "person_tabs": shown, **page}
