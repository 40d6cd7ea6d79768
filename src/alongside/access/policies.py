"""May this actor do this to that? Each policy is one function that raises NotAllowed with the sentence to show.

The yes or no, the greyed-out button and the list filter come from the same function:
`may_see_staff_member(actor, thing)` raises; `.allowed(actor, thing)` is the yes or no; `.reason(actor, thing)` the
sentence or None; `.rows(actor)` the filter for lists, where the policy has one. The actor is a Membership; a thing
is read by its attributes, for access knows records by name, not by import.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Q

from .clock import today
from .emergency_rows import in_force
from .models import Membership
from .roles import (
    EVERY_ROLE,
    RUNS_THE_PROGRAM,
    SEATS,
    SEES_PARTICIPANTS,
    SEES_STAFF,
    SIGNS,
    Role,
)

NOTHING = Q(pk__in=[])
EVERYTHING = ~NOTHING
SETS_ASIDE = "Answers are set aside by those who run the program."
NOTES_ARE_WRITTEN_FOR = timedelta(days=30)


class NotAllowed(Exception):
    """Refused, with the sentence that says why. The page shows it."""


class Policy:
    """A policy function with its yes or no, its reason, and its filter for lists."""

    def __init__(self, rule: Callable[[Membership, Any], None]) -> None:
        self.rule = rule
        self.name = rule.__name__
        self.__doc__ = rule.__doc__
        self._rows: Callable[[Membership], Q] | None = None

    def __call__(self, actor: Membership, thing: Any) -> None:
        """Raise NotAllowed unless the actor may."""
        self.rule(actor, thing)

    def allowed(self, actor: Membership, thing: Any) -> bool:
        """Whether the actor may."""
        return self.reason(actor, thing) is None

    def reason(self, actor: Membership, thing: Any) -> str | None:
        """Why the actor may not; None where they may."""
        try:
            self.rule(actor, thing)
        except NotAllowed as refusal:
            return str(refusal)
        return None

    def filters(self, rows: Callable[[Membership], Q]) -> Callable[[Membership], Q]:
        """Say the same as a filter, for lists. A test holds the two together."""
        self._rows = rows
        return rows

    def rows(self, actor: Membership) -> Q:
        """The rows of a list this actor may see."""
        if self._rows is None:
            raise LookupError(f"{self.name} is not about the rows of a list.")
        return self._rows(actor)


def _own_program(actor: Membership, thing: Any) -> None:
    program: UUID = getattr(thing, "program_id", None) or thing.pk
    if program != actor.program_id:
        raise NotAllowed("This belongs to another program.")


def _one_of(actor: Membership, roles: frozenset[Role], sentence: str) -> None:
    if actor.role not in roles:
        raise NotAllowed(sentence)


@Policy
def may_see_participants(actor: Membership, program: Any) -> None:
    """The participants of a program."""
    _own_program(actor, program)
    _one_of(actor, SEES_PARTICIPANTS, "Participants are open to those who run the program, supervise or bill.")


@Policy
def may_see_participant(actor: Membership, participant: Any) -> None:
    """One participant."""
    if actor.role == Role.DIRECT_STAFF:
        _own_program(actor, participant)
        people = apps.get_model("records", "Participant").objects
        if not people.filter(_served_by(actor), pk=participant.pk).exists():
            raise NotAllowed("You can open the participants you serve. No plan names your provider for this one.")
        return
    may_see_participants(actor, participant)


@may_see_participant.filters
def _participants(actor: Membership) -> Q:
    if actor.role == Role.DIRECT_STAFF:
        return _served_by(actor)
    return EVERYTHING if actor.role in SEES_PARTICIPANTS else NOTHING


def _served_by(actor: Membership) -> Q:
    """Participants with a plan line for the actor's provider, in force or ended so lately that notes are still
    written, whom the actor has served, or opened in an emergency that lasts."""
    lines, given = apps.get_model("records", "PlanLine"), apps.get_model("records", "Service")
    lately = today() - NOTES_ARE_WRITTEN_FOR
    if actor.staff_id is None:  # nobody known to work here serves anybody
        return NOTHING
    own = Q(provider_id=actor.provider_id) if actor.provider_id else Q(provider=None)
    planned = lines.objects.filter(Q(ends_on=None) | Q(ends_on__gte=lately), own)
    served = given.objects.filter(staff_id=actor.staff_id, served_on__gte=lately)
    found = (planned, served, in_force(actor))
    return Q(*(Q(pk__in=rows.values("participant_id")) for rows in found), _connector=Q.OR)


@Policy
def may_see_staff(actor: Membership, program: Any) -> None:
    """The list of staff of a program."""
    _own_program(actor, program)
    _one_of(actor, SEES_STAFF, "The list of staff is open to those who run the program or supervise.")


@Policy
def may_see_staff_member(actor: Membership, staff: Any) -> None:
    """One staff member and their training."""
    _own_program(actor, staff)
    if actor.role == Role.DIRECT_STAFF:
        if actor.staff_id is None or staff.pk != actor.staff_id:
            raise NotAllowed(
                "You can open your own page only. Others are open to those who run the program or supervise."
            )
        return
    _one_of(actor, SEES_STAFF, "A staff member's page is open to those who run the program or supervise.")
    if actor.role == Role.SUPERVISOR and actor.provider_id not in (None, staff.provider_id):
        raise NotAllowed("You supervise at another provider; this staff member works elsewhere.")


@may_see_staff_member.filters
def _staff(actor: Membership) -> Q:
    if actor.role == Role.DIRECT_STAFF:
        return Q(pk=actor.staff_id) if actor.staff_id else NOTHING
    if actor.role == Role.SUPERVISOR and actor.provider_id:
        return Q(provider_id=actor.provider_id)
    return EVERYTHING if actor.role in SEES_STAFF else NOTHING


@Policy
def may_change_records(actor: Membership, thing: Any) -> None:
    """Write or correct a record of the program."""
    _own_program(actor, thing)
    _one_of(actor, RUNS_THE_PROGRAM, "Records are changed by those who run the program.")


@Policy
def may_import(actor: Membership, program: Any) -> None:
    """Import a workbook into a program."""
    _own_program(actor, program)
    _one_of(actor, RUNS_THE_PROGRAM, "Importing changes many records at once; it is for those who run the program.")


@Policy
def may_set_aside(actor: Membership, answer: Any) -> None:
    """Take an answer off the list of what needs someone, and put it back."""
    _own_program(actor, answer)
    _one_of(actor, RUNS_THE_PROGRAM, SETS_ASIDE)


@Policy
def may_give_roles(actor: Membership, program: Any) -> None:
    """Give and end memberships."""
    _own_program(actor, program)
    _one_of(actor, frozenset({Role.ADMINISTRATOR}), "Roles are given by the program's administrator.")


@Policy
def may_act_as(actor: Membership, membership: Any) -> None:
    """Choose a membership in the header: one's own."""
    _one_of(actor, EVERY_ROLE, "This role is not known.")
    if membership.user_id != actor.user_id:
        raise NotAllowed("This role belongs to somebody else.")


@Policy
def may_open_record(actor: Membership, record: Any) -> None:
    """One record of a participant or staff member that is signed, and what was signed of it."""
    _own_program(actor, record)
    participant_id = getattr(record, "participant_id", None)
    if actor.role in SEATS:
        if participant_id != actor.participant_id:
            raise NotAllowed("This is not about the person whose seat this is.")
        return
    if participant_id is None:
        may_see_staff_member(actor, record.staff)
        return
    if hasattr(record, "reporter_id"):
        from .incident_policies import may_see_incident_report  # which builds on this module

        may_see_incident_report(actor, record)
        return
    if actor.staff_id is None or actor.staff_id not in _wrote(record):
        may_see_participant(actor, record.participant)


@Policy
def may_sign_as(actor: Membership, signing: Any) -> None:
    """Sign a record in one capacity. `signing` has `record`, `capacity`, and the key of a `representative` or None."""
    may_open_record(actor, signing.record)
    as_somebody_else = "In your own seat you sign for yourself. Others sign in theirs, or with staff beside them."
    if actor.role in SEATS:
        own = "participant" if actor.role == Role.PARTICIPANT else signing.capacity
        if (own, actor.representative_id) != (signing.capacity, signing.representative):
            raise NotAllowed(as_somebody_else)
        if signing.capacity in SIGNED_BY_STAFF:
            raise NotAllowed(as_somebody_else)
        return
    if signing.capacity == "giver" and (actor.staff_id is None or actor.staff_id != _gave(signing.record)):
        raise NotAllowed("A progress note is signed by whoever gave the service, in their own sign-in.")
    if signing.capacity == "supervisor" and actor.staff_id is not None and actor.staff_id in _wrote(signing.record):
        raise NotAllowed("Nobody signs off a note of their own. Another supervisor can.")
    if signing.capacity == "supervisor" and actor.provider_id not in (None, _providers(signing.record)):
        raise NotAllowed("You supervise at another provider; this note was written elsewhere.")
    if signing.capacity in SIGNED_BY_STAFF:
        _one_of(actor, *SIGNED_BY_STAFF[signing.capacity])
    if signing.capacity == "county":
        from .training_policies import may_sign_for_county  # which builds on this module

        may_sign_for_county(actor, signing.record)
    elif signing.capacity not in SIGNED_BY_STAFF:
        _one_of(actor, SIGNS, "Participants sign beside somebody who runs the program, supervises or serves them.")


SIGNED_BY_STAFF = {
    "coordinator": (RUNS_THE_PROGRAM, "The service coordinator's signature is given by those who run the program."),
    "supervisor": (SEES_STAFF, "A note is signed off by those who supervise or run the program."),
    "giver": (SIGNS, "A note is signed by whoever gave the service."),
    "reporter": (SIGNS, "A report is signed by whoever saw or learned of what happened."),
    "county": (
        SEES_STAFF,
        "Training is signed for by somebody of the county or Tribal agency who runs the program or supervises.",
    ),
}


def _wrote(record: Any) -> tuple[Any, ...]:
    """The staff members a note is by, and whose service it is about."""
    return (getattr(record, "author_id", None), getattr(getattr(record, "service", None), "staff_id", None))


def _providers(note: Any) -> Any:
    """The provider of the staff member a note is by."""
    return getattr(note.service.staff or note.author, "provider_id", None)


def _gave(note: Any) -> Any:
    """The staff member who gave the service a note is about; its author where nobody is recorded."""
    return note.service.staff_id or note.author_id
