"""Who may write, sign, change, move and sign off progress notes."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from .models import Membership
from .policies import NOTHING, NotAllowed, Policy, may_see_participant
from .roles import SEES_STAFF, WRITES_NOTES, Role


@Policy
def may_write_note(actor: Membership, participant: Any) -> None:
    """Write a note about a service one gave to this participant."""
    may_see_participant(actor, participant)
    if actor.role not in WRITES_NOTES:
        raise NotAllowed("Notes are written by those who give services.")
    if actor.staff_id is None:
        raise NotAllowed(
            "A note names the staff member who gave the service, and your sign-in is not tied to one. "
            "An administrator of your program can tie it."
        )


@Policy
def may_write_in_note(actor: Membership, note: Any) -> None:
    """Write in a draft, sign it, or amend it once it is signed: whoever gave the service."""
    may_see_note(actor, note)
    if actor.staff_id is None or actor.staff_id not in _by(note):
        raise NotAllowed("A note is written, signed and amended by whoever gave the service.")


@Policy
def may_move_note(actor: Membership, note: Any) -> None:
    """Move a note filed on the wrong participant."""
    may_see_note(actor, note)
    if actor.role not in SEES_STAFF and (actor.staff_id is None or actor.staff_id not in _by(note)):
        raise NotAllowed("A note is moved by whoever wrote it, or by those who run the program or supervise.")


@Policy
def may_see_note(actor: Membership, note: Any) -> None:
    """One note: those who may open the participant, and whoever wrote it."""
    if note.program_id != actor.program_id:
        raise NotAllowed("This belongs to another program.")
    if actor.staff_id is None or actor.staff_id not in _by(note):
        may_see_participant(actor, note.participant)


@Policy
def may_sign_off(actor: Membership, note: Any) -> None:
    """Sign a note off as supervisor, or return it: at one's own provider, and never a note of one's own."""
    may_see_note(actor, note)
    if actor.role not in SEES_STAFF:
        raise NotAllowed("A note is signed off by those who supervise or run the program.")
    if actor.staff_id is not None and actor.staff_id in _by(note):
        raise NotAllowed("Nobody signs off a note of their own. Another supervisor can.")
    giver = note.service.staff
    if actor.role == Role.SUPERVISOR and actor.provider_id not in (None, giver and giver.provider_id):
        raise NotAllowed("You supervise at another provider; whoever gave this service works elsewhere.")


@may_sign_off.filters
def _signed_off(actor: Membership) -> Q:
    return _decided_by(actor, "service__staff")


def waits_for(actor: Membership) -> Q:
    """The filter of `may_sign_off` for the rows of the queue, which name the giver of the service themselves."""
    return _decided_by(actor, "giver")


def _decided_by(actor: Membership, giver: str) -> Q:
    if actor.role not in SEES_STAFF:
        return NOTHING
    rows = Q()
    if own := actor.staff_id:
        for somebody in ("author", giver):
            rows &= Q(**{f"{somebody}__isnull": True}) | ~Q(**{f"{somebody}_id": own})
    if actor.role == Role.SUPERVISOR and actor.provider_id:
        rows &= Q(**{f"{giver}__provider_id": actor.provider_id})
    return rows


def _by(note: Any) -> tuple[Any, ...]:
    """The staff members a note is by, and whose service it is about."""
    return (note.author_id, note.service.staff_id)
