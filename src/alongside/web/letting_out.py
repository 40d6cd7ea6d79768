"""What leaves as a file asks first whether it may: to whoever takes it, in their seat, by a named right."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone

from alongside.access.clock import today
from alongside.access.policies import NotAllowed
from alongside.access.roles import IN_THE_PROGRAM, Role
from alongside.records.models import Participant, ReleasePurpose, WithoutConsent
from alongside.records.part_two import classes_held
from alongside.records.releasing import Asked, Decision, Seat, may_be_disclosed

# What those who work in the program take a participant's papers for, where it is not to run the program.
FOR = {Role.DIRECT_STAFF: ReleasePurpose.TREATMENT, Role.BILLER: ReleasePurpose.PAYMENT}


def let_go(request: HttpRequest, participant_id: UUID | None) -> Decision | None:
    """The right by which a file about a participant goes to the one who asks; None where it is about no participant.
    Raises NotAllowed with the whole refusal."""
    person = Participant.objects.filter(pk=participant_id).first() if participant_id else None
    if person is None:
        return None
    consents = list(person.consents.all())
    decision = may_be_disclosed(_asked(request, person), consents, on=today(), at=timezone.now())
    if decision.refusal is not None:
        raise NotAllowed(str(decision.refusal))
    return decision


def _asked(request: HttpRequest, person: Participant) -> Asked:
    actor, classes = request.membership, classes_held(person)
    name = actor.user.name
    if actor.is_seat and actor.participant_id == person.pk:
        return Asked(classes, name, ReleasePurpose.OWN_WISH, WithoutConsent.OWN_ACCESS, Seat.PARTICIPANT)
    if actor.role in IN_THE_PROGRAM and actor.program_id == person.program_id:
        purpose = FOR.get(Role(actor.role), ReleasePurpose.OPERATIONS)
        return Asked(classes, name, purpose, WithoutConsent.PROGRAM_STAFF, Seat.PROGRAM)
    return Asked(
        classes, name, ReleasePurpose.OTHER, pack=actor.program.pack
    )  # under a consent that names them, or not at all
