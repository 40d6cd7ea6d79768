"""Recording teams, who is on them from which day to which, and more time that the state allowed one."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ..models import Extension, StaffMember, Team, TeamMember
from .recording import recording, store

if TYPE_CHECKING:
    from alongside.access.models import Program, User

Day = datetime.date | None


def start_team(
    *,
    program: Program,
    name: str,
    kind: str | None,
    starts_on: Day = None,
    ends_on: Day = None,
    on: datetime.date,
    by: User | None,
) -> Team:
    """Record a team: `kind` is a word of `TeamKind`. Raises `Problems`."""
    with recording(program_id=program.pk, by=by):
        team = Team(program_id=program.pk, name=name, kind=kind, starts_on=starts_on, ends_on=ends_on)
        return store(team, on=on)


def join_team(
    *,
    team: Team,
    staff: StaffMember | None,
    starts_on: Day = None,
    ends_on: Day = None,
    has_lived_experience: bool | None = None,
    on: datetime.date,
    by: User | None,
) -> TeamMember:
    """Record somebody's time on a team. They leave by correcting the last day in. Raises `Problems`."""
    with recording(program_id=team.program_id, by=by):
        member = TeamMember(
            program_id=team.program_id, team=team, staff=staff, starts_on=starts_on, ends_on=ends_on,
            has_lived_experience=has_lived_experience,
        )  # fmt: skip
        return store(member, on=on)


def allow_extension(
    *,
    team: Team,
    staff: StaffMember | None = None,
    approved_on: Day,
    approved_by: str | None,
    ends_on: Day,
    on: datetime.date,
    by: User | None,
) -> Extension:
    """Record that a program manager of the state allowed more time: for one member, or without `staff` for all.

    It is data for every team; only the rule of the grant lets it count. Raises `Problems`.
    """
    with recording(program_id=team.program_id, by=by):
        extension = Extension(
            program_id=team.program_id, team=team, staff=staff, approved_on=approved_on, approved_by=approved_by,
            ends_on=ends_on,
        )  # fmt: skip
        return store(extension, on=on)
