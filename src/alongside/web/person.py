"""The frame of a participant's pages: who it is, and the pages about them."""

from __future__ import annotations

from typing import Any, NamedTuple
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from alongside.access.pages import PAGES
from alongside.ledger.events import record_read
from alongside.packs import PACKS
from alongside.records.models import Participant
from alongside.reviews.scope import participants_seen

from .emergencies import lasting


class PersonTab(NamedTuple):
    """One page about a participant: its URL's name, the word on it, and the names of the pages below it.

    Where it names a `rule`, it is a page of programs whose pack has that rule.
    """

    name: str
    word: str
    below: tuple[str, ...] = ()
    rule: str = ""


OF_RELEASES = ("new_consent", "revoke_consent", "disclose", "disclosure", "mark_records", "end_record_mark")
PERSON_TABS = (
    PersonTab("participant", "Overview"),
    PersonTab("enrollment", "Enrollment"),
    PersonTab("plans", "Plans", ("employment", "authorize_plan", "review_plan")),
    PersonTab("notes", "Notes", ("note",)),
    PersonTab("incidents_of", "Incidents"),
    PersonTab("documents_of", "Documents"),
    PersonTab("releases", "Releases", OF_RELEASES),
    PersonTab("invoices_of", "Invoices", ("tie_invoice_line",), "MON-3"),
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
    pack = PACKS[request.membership.program.pack]
    shown = [
        {
            "address": reverse(tab.name, args=[person.pk]),
            "word": pack.treatment.word.capitalize() if pack.treatment and tab.name == "plans" else tab.word,
            "is_here": here == tab.name or here in tab.below,
        }
        for tab in PERSON_TABS
        if tab.name in PAGES and PAGES[tab.name].refusal(request.membership) is None
        if not tab.rule or pack.asks(tab.rule)
    ]
    told = {"person": person, "enrollment": enrollment, "person_tabs": shown, "treatment": pack.treatment}
    told["emergency"] = lasting(request.membership, person)
    return {**told, **page}
