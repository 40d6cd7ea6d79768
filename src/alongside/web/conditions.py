"""The four conditions of enrollment for one person: how each stands, and where what it asks for is recorded."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from alongside.law.rule import MET
from alongside.records.models import Participant
from alongside.reviews.ask import ask_all
from alongside.reviews.proposed import if_enrolled

from .shown import Shown, live

# What a page records, by the beginning of the rule's id.
RECORDED_AT = {
    "ELG-1": ("correct_person", "Correct the date of birth"),
    "ELG-2": ("add_coverage", "Record a coverage check"),
    "ELG-3": ("add_screen", "Record a functional screen"),
    "ELG-4": ("add_residence", "Record where they live"),
}


@dataclass(frozen=True)
class Condition:
    """One condition, with the address and the words of the button that records what it asks for."""

    shown: Shown
    address: str
    words: str

    @property
    def is_met(self) -> bool:
        return self.shown.answer == MET


def as_enrolled(person: Participant, on: datetime.date) -> list[Condition]:
    """As they stand for the enrollment on record."""
    return _conditions(person, (live(answer) for answer in ask_all("participant", person.pk, on=on, topics=("ELG",))))


def if_enrolled_on(person: Participant, day: datetime.date) -> list[Condition]:
    """As they would stand if the person were enrolled from that day."""
    return _conditions(person, (live(answer) for answer in if_enrolled(person.pk, day)))


def open_in_words(conditions: Iterable[Condition]) -> str:
    """The conditions that are not met, one a line; empty where all are."""
    return "\n".join(f"{one.shown.name}: {one.shown.answer}" for one in conditions if not one.is_met)


def reasons_for_a_letter(conditions: Iterable[Condition], program: str) -> str:
    """What was not met, in words for the person: what the rule asks, what was found, and where it stands."""
    broken = [(one.shown, line) for one in conditions for line in one.shown.lines if line.stands == "no"]
    if not broken:
        return ""
    told = [f"{program} could not enroll you in Community Recovery Services, because this was not met:"]
    for shown, line in broken:
        cite = line.cites[0]
        told.append(f"{shown.name}: you must {line.sentence}.\n“{cite['quote']}” ({cite['source']}, {cite['place']})")
    told.append("You can ask again at any time, above all when something of this changes.")
    return "\n\n".join(told)


def _conditions(person: Participant, answers: Iterable[Shown]) -> list[Condition]:
    return [
        Condition(shown, reverse(name, args=[person.pk]), words)
        for shown in answers
        for rule, (name, words) in RECORDED_AT.items()
        if shown.rule == rule
    ]
