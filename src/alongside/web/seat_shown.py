"""What staff see of a participant's own seat, for a corner of the participant's page. Two queries.

page["seat_shown"] = seat_shown(person, request.membership)
{% include "seat/on_participant_page.html" %}
"""

from __future__ import annotations

from dataclasses import dataclass

from alongside.access.clock import today
from alongside.access.models import Membership
from alongside.access.roles import SEATS
from alongside.access.seat_policies import may_invite
from alongside.records.models import OwnWords, Participant

WORDS_SHOWN = 5


@dataclass(frozen=True)
class SeatShown:
    """The seats of a participant in force, the newest words written there, and whether the reader opens seats."""

    person: Participant
    seats: list[Membership]
    words: list[OwnWords]
    may_invite: bool


def seat_shown(person: Participant, reader: Membership) -> SeatShown:
    """What the corner needs. Words taken back are named as such; their text is not read out."""
    seats = Membership.objects.current(today()).filter(participant_id=person.pk, role__in=SEATS)
    words = OwnWords.objects.filter(participant=person).select_related("service_plan", "progress_note__service")
    return SeatShown(
        person=person,
        seats=list(seats.select_related("user")),
        words=list(words.order_by("-written_at")[:WORDS_SHOWN]),
        may_invite=may_invite.allowed(reader, person),
    )
