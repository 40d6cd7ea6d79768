"""What the rules say about where somebody lives and is served, for the page of their enrollment."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.urls import reverse

from alongside.law.rule import DOES_NOT_APPLY
from alongside.records.models import Participant
from alongside.reviews.ask import ask_all

from .shown import Shown, live, most_urgent_first

SETTINGS, WORK, RECENT = "SET", "IPS", "PPS"


@dataclass(frozen=True)
class Leading:
    """A topic told in a few lines. `shown` are its answers, most urgent first; `nothing` is said where none are."""

    name: str
    shown: list[Shown]
    nothing: str
    address: str
    words: str


@dataclass(frozen=True)
class WhereServed:
    """The answers about settings in full, and a line for each topic that has its own page."""

    settings: list[Shown]
    leading: list[Leading]


def where_served(person: Participant, on: datetime.date) -> WhereServed:
    """Asked now; answers of rules that do not apply are left out."""
    found: dict[str, list[Shown]] = {SETTINGS: [], WORK: [], RECENT: []}
    for answer in ask_all("participant", person.pk, on=on, topics=tuple(found)):
        if answer.answer != DOES_NOT_APPLY:
            found[answer.rule.partition("-")[0]].append(live(answer))
    work, notes = (reverse(name, args=[person.pk]) for name in ("employment", "notes"))
    return WhereServed(
        settings=most_urgent_first(found[SETTINGS]),
        leading=[
            Leading("Work", most_urgent_first(found[WORK]), "No wish to work is recorded.", work, "Open work"),
            Leading("Recent service", found[RECENT], "No service is recorded yet.", notes, "Open the notes"),
        ],
    )
