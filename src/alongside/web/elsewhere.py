"""What is open about a participant on the pages beside the overview: how many answers, of which kind, and where."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from alongside.access.models import Membership
from alongside.access.pages import PAGES
from alongside.packs import PACKS
from alongside.records.models import Participant, ProgressNote
from alongside.reviews.answers import fresh
from alongside.reviews.scope import answers_seen

from .people import OPEN
from .shown import URGENCY
from .topics import prefix_of

# The page a topic is told on, and the topic's name in the field's words.
TOPICS = {
    "SET": ("enrollment", "Where they live and are served"),
    "IPS": ("employment", "Supported employment"),
    "NOTE": ("notes", "Progress notes"),
    "BIL": ("notes", "Billing of services"),
    "INC": ("incidents_of", "Incidents"),
    "PPS": ("enrollment", "Recent service"),
    "IL": ("notes", "Billing of services"),
    "IL-PLAN": ("plans", "Treatment plan"),
    "IL-SUD": ("notes", "Billing of substance-use services"),
    "IL-CODE": ("notes", "Codes and units"),
    "IL-LIVED": ("notes", "Progress notes"),
    "IL-IR": ("incidents_of", "Incidents"),
    "IL-OIG": ("incidents_of", "Incidents"),
    "IL-DC": ("documents_of", "Discharge papers"),
}


@dataclass(frozen=True)
class Elsewhere:
    """One topic with something open. `counts` are answers with how many of them; the address may be empty."""

    name: str
    address: str
    counts: list[tuple[str, int]]


def elsewhere(
    actor: Membership, person: Participant, on: datetime.date, *, told_here: Collection[str]
) -> list[Elsewhere]:
    """Topics not told on this page that have open answers, in the order of the pack, from stored answers."""
    fresh(on)
    rows = answers_seen(actor).filter(root=person.pk, is_duty=True, answer__in=OPEN)
    counted: dict[str, dict[str, int]] = {}
    found: dict[str, list[tuple[str, UUID]]] = {}
    for rule, answer, about, key in rows.values_list("rule", "answer", "about", "key").order_by():
        topic = counted.setdefault(_told_as(rule), {})
        topic[answer] = topic.get(answer, 0) + 1
        found.setdefault(_told_as(rule), []).append((about, key))
    in_order = dict.fromkeys(_told_as(rule.id) for rule in PACKS[actor.program.pack].rules)
    return [
        _topic(actor, person, prefix, counted[prefix], found[prefix])
        for prefix in in_order
        if prefix in counted and prefix not in told_here
    ]


def _told_as(rule: str) -> str:
    """The longest beginning of a rule's id that names a topic here; else what stands before its first dash."""
    parts = rule.split("-")
    longer = ("-".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next((one for one in longer if one in TOPICS), prefix_of(rule))


def _topic(
    actor: Membership, person: Participant, prefix: str, counts: dict[str, int], found: list[tuple[str, UUID]]
) -> Elsewhere:
    page, name = TOPICS.get(prefix, ("", prefix))
    opens = page in PAGES and PAGES[page].refusal(actor) is None
    address = reverse(page, args=[person.pk]) if opens else ""
    if page == "notes" and opens and PAGES["note"].refusal(actor) is None and (one := _only_note(found)):
        address = reverse("note", args=[one])
    return Elsewhere(name, address, sorted(counts.items(), key=lambda pair: URGENCY.index(pair[0])))


def _only_note(found: list[tuple[str, UUID]]) -> UUID | None:
    """The one note everything open in a topic is about; of a service the last one. None where there are more."""
    services = {key for about, key in found if about == "service"}
    notes = {key for about, key in found if about == "progress_note"}
    if len(services) + len(notes) != 1:
        return None
    of_service = ProgressNote.objects.filter(service__in=services).order_by("-created_at")
    return next(iter(notes), None) or of_service.values_list("pk", flat=True).first()
