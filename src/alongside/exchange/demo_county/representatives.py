"""First contacts of those who came lately, and the parents of participants under 18."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from alongside.records.models import Enrollment, FirstContact, Participant, Representative, RepresentativeKind

from .shelf import Shelf, before, months_after

LATELY = {"newly enrolled": "Peer support", "enrolls soon": "Help with keeping an apartment"}
PARENTS = ("Ada", "Bo", "Jo", "Kay", "Rae")


def add_representative(shelf: Shelf, participant: Participant) -> None:
    """Put the parent of somebody under 18 on the shelf, until the day before the birthday."""
    parent = parent_of(participant, shelf.on)
    if parent is not None and participant.born_on is not None:
        shelf.add(
            Representative,
            participant=participant,
            kind=RepresentativeKind.PARENT,
            name=parent,
            starts_on=participant.born_on,
            ends_on=before(_turns_18_on(participant.born_on), 1),
        )


def add_first_contacts(shelf: Shelf, stories: Mapping[Participant, str]) -> None:
    """Put on the shelf how those who came lately asked for services."""
    for enrollment in shelf.of(Enrollment):
        asked_for = LATELY.get(stories[enrollment.participant])
        if asked_for and enrollment.enrolled_on:
            shelf.add(
                FirstContact,
                participant=enrollment.participant,
                contacted_on=before(min(enrollment.enrolled_on, shelf.on), 35),
                requested_services=asked_for,
            )


def parent_of(participant: Participant, on: datetime.date) -> str | None:
    """The name of the parent who acts for a participant on that day, where the participant is under 18."""
    if participant.born_on is None or on >= _turns_18_on(participant.born_on):
        return None
    return f"{PARENTS[participant.born_on.day % len(PARENTS)]} {participant.family_name}"


def _turns_18_on(born_on: datetime.date) -> datetime.date:
    return months_after(born_on, 12 * 18)
