"""Who may record what qualifies somebody, who supervises them, and the teams they are on."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from .models import Membership
from .policies import EVERYTHING, NOTHING, NotAllowed, Policy, _one_of, _own_program, may_see_staff_member
from .roles import RUNS_THE_PROGRAM, SEES_STAFF, Role

QUALIFIES = "Qualifications, roles and employment are recorded by those who run the program."
SUPERVISES = "Supervision is recorded by those who run the program or supervise."
TEAMS_SEEN = "Teams are open to those who run the program or supervise."
DRIFT_SEEN = "Signals of role drift are for those who run the program or supervise."
CERTIFIES = (
    "Hours on the way to a certificate are logged by the staff member, and by those who run the program or supervise."
)
TEAMS_CHANGED = "Teams are changed by those who run the program."


@Policy
def may_record_qualification(actor: Membership, staff: Any) -> None:
    """Record and correct a credential, degree, experience, role, and how somebody is employed."""
    may_see_staff_member(actor, staff)
    _one_of(actor, RUNS_THE_PROGRAM, QUALIFIES)


@Policy
def may_record_supervision(actor: Membership, staff: Any) -> None:
    """Record and correct who supervises somebody, and each session of it."""
    may_see_staff_member(actor, staff)
    _one_of(actor, SEES_STAFF, SUPERVISES)


@Policy
def may_see_teams(actor: Membership, team: Any) -> None:
    """Teams, with who is on them."""
    _own_program(actor, team)
    _one_of(actor, SEES_STAFF, TEAMS_SEEN)


@may_see_teams.filters
def _teams(actor: Membership) -> Q:
    return EVERYTHING if actor.role in SEES_STAFF else NOTHING


@Policy
def may_change_team(actor: Membership, team: Any) -> None:
    """Start and end a team, its members' days, and more time allowed to it."""
    _own_program(actor, team)
    _one_of(actor, RUNS_THE_PROGRAM, TEAMS_CHANGED)


@Policy
def may_see_role_drift(actor: Membership, thing: Any) -> None:
    """Signals that somebody's work moves away from the role of a peer. `thing` is the staff member, or the program."""
    _own_program(actor, thing)
    _one_of(actor, SEES_STAFF, DRIFT_SEEN)


@Policy
def may_log_hours(actor: Membership, staff: Any) -> None:
    """See somebody's way to a certificate, log hours and units on it, and record an application: one's own, or as
    somebody who runs the program or supervises."""
    if actor.role not in SEES_STAFF | {Role.DIRECT_STAFF}:
        raise NotAllowed(CERTIFIES)
    may_see_staff_member(actor, staff)
