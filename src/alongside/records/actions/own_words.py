"""Writing words of one's own from one's seat, and taking them back."""

from __future__ import annotations

import datetime

from alongside.access.models import Membership, User
from alongside.access.roles import Role

from ..models import OwnWords, Participant, ProgressNote, ServicePlan, WrittenAs
from ..problems import Problem, is_nothing, nothing
from .recording import locked, recording, refuse, store, store_again


def write_own_words(
    *,
    seat: Membership,
    words: str,
    service_plan: ServicePlan | None = None,
    progress_note: ProgressNote | None = None,
    is_shown_to_representative: bool = False,
    at: datetime.datetime,
    on: datetime.date,
    by: User,
) -> OwnWords:
    """Keep what whoever sits in this seat wrote: about a plan's goals, about a note, or in general.

    `seat` is the writer's own membership; the database refuses words written by another account or from elsewhere.
    """
    with recording(program_id=seat.program_id, by=by):
        refuse([nothing("words")] if is_nothing(words) else [])
        participant = Participant.objects.get(pk=seat.participant_id)
        own = OwnWords(
            program_id=seat.program_id,
            participant=participant,
            service_plan=service_plan,
            progress_note=progress_note,
            words=words,
            is_shown_to_representative=is_shown_to_representative,
            written_as=WrittenAs.PARTICIPANT if seat.role == Role.PARTICIPANT else WrittenAs.REPRESENTATIVE,
            written_on=on,
            written_at=at,
            written_by=by.name,
            account=by,
        )
        return store(own, on=on)


def take_back_own_words(*, own_words: OwnWords, at: datetime.datetime, on: datetime.date, by: User) -> OwnWords:
    """Mark one's own words as taken back. They stay where they are; staff no longer read them."""
    with recording(program_id=own_words.program_id, by=by):
        own_words = locked(own_words)
        fix = "Only whoever wrote them can."
        refuse([] if own_words.account_id == by.pk else [Problem("account", "words of somebody else", "your own", fix)])
        if own_words.is_taken_back:
            return own_words
        own_words.taken_back_at = at
        return store_again(own_words, fields=("taken_back_at",), on=on)
