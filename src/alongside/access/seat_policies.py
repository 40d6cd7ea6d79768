"""May this actor open a participant's seat, hand over a code, hold a note back? Written as in `policies.py`."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from .models import Membership
from .policies import NOTHING, NotAllowed, Policy, _one_of, _own_program
from .roles import INVITES, SEATS, Role


@Policy
def may_open_seat(actor: Membership, participant: Any) -> None:
    """The seat of a participant: by the participant, or by whoever acts for them. Staff never."""
    _own_program(actor, participant)
    _one_of(actor, SEATS, "This is a participant's own seat.")
    if actor.participant_id != participant.pk:
        raise NotAllowed("You can open your own seat only.")


@may_open_seat.filters
def _seat(actor: Membership) -> Q:
    return Q(pk=actor.participant_id) if actor.role in SEATS else NOTHING


@Policy
def may_take_back(actor: Membership, own_words: Any) -> None:
    """Take back words: whoever wrote them."""
    _own_program(actor, own_words)
    _one_of(actor, SEATS, "Words written in a participant's own seat are taken back there.")
    if own_words.account_id != actor.user_id:
        raise NotAllowed("Only whoever wrote these words can take them back.")


@Policy
def may_invite(actor: Membership, participant: Any) -> None:
    """Hand over a code, take it back, end a seat."""
    _own_program(actor, participant)
    _one_of(actor, INVITES, "A participant's seat is opened and ended by those who run the program or supervise.")


@Policy
def may_hold_note_back(actor: Membership, note: Any) -> None:
    """Hold a note back from its participant's seat, and show it again."""
    _own_program(actor, note)
    _one_of(actor, frozenset({Role.SUPERVISOR}), "A note is held back by a supervisor, with a reason.")


@Policy
def may_mark_minors_own(actor: Membership, note: Any) -> None:
    """Mark a note as the minor's own, so that whoever acts for the minor does not see it."""
    _own_program(actor, note)
    _one_of(actor, INVITES, "Whose a note is, is decided by those who run the program or supervise.")
