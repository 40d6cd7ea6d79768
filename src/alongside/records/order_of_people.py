"""Order among roles, supervision and teams: nobody supervises themselves, in a circle, or twice at once."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from .models import Extension, ProgramRecord, RoleAssignment, StaffMember, Supervision, SupervisionSession, TeamMember
from .problems import Problem

Span = tuple[datetime.date, datetime.date]
PERIODS = (RoleAssignment, Supervision, TeamMember)


def problems_of_people(record: ProgramRecord) -> Iterator[Problem]:
    """Everything wrong between this record and those of the people it names."""
    if isinstance(record, PERIODS):
        yield from _of_employment(record)
        yield from _of_overlap(record)
    if isinstance(record, (Supervision, SupervisionSession)):
        yield from _of_oneself(record)
    if isinstance(record, Supervision) and record.supervisor_id != record.staff_id:
        yield from _of_circle(record)
    if isinstance(record, TeamMember):
        yield from _of_team(record)
    if (
        isinstance(record, Extension)
        and record.staff_id
        and not record.team.members.filter(staff=record.staff).exists()
    ):
        yield Problem("staff", record.staff.name, "a member of this team", "Leave it empty for the whole team.")


def _of_employment(record: Any) -> Iterator[Problem]:
    people: list[StaffMember] = [record.staff]
    if isinstance(record, Supervision) and record.supervisor_id:
        people.append(record.supervisor)
    for member in people:
        if record.starts_on and member.started_on and record.starts_on < member.started_on:
            expected = f"a day no earlier than {member.started_on}, the first day of {member.name}"
            yield Problem("starts_on", str(record.starts_on), expected, "Correct whichever day is wrong.")
        if record.starts_on and member.ended_on and record.starts_on > member.ended_on:
            expected = f"a day no later than {member.ended_on}, the last day of {member.name}"
            yield Problem("starts_on", str(record.starts_on), expected, "Choose somebody else, or correct the day.")


def _of_oneself(record: Supervision | SupervisionSession) -> Iterator[Problem]:
    if record.supervisor_id == record.staff_id:
        yield Problem("supervisor", record.staff.name, "somebody else", "Nobody supervises themselves.")
    elif record.supervisor_id and record.supervisor.person_id == record.staff.person_id:
        yield Problem("supervisor", record.staff.name, "another person", "This is the same person in another job.")


def _of_overlap(record: Any) -> Iterator[Problem]:
    field = {"role_assignment": "role", "supervision": "supervisor", "team_member": "staff"}[record._meta.db_table]
    same: dict[str, Any] = {"staff_id": record.staff_id, field: getattr(record, field)}
    if isinstance(record, TeamMember):
        same["team_id"] = record.team_id
    for other in type(record)._default_manager.filter(**same).exclude(pk=record.pk):
        if _meet(_span(record), _span(other)):
            expected = f"days that do not overlap with {_said(other)}, where the same is recorded"
            yield Problem("starts_on", _said(record), expected, "Correct the days, or end that one first.")


def _of_circle(link: Supervision) -> Iterator[Problem]:
    """Walk up from the supervisor, for as long as every link on the way holds at once."""
    waiting, seen = [(link.supervisor_id, _span(link))], set()
    while waiting:
        who, span = waiting.pop()
        if (who, span) in seen or who is None:
            continue
        seen.add((who, span))
        for above in Supervision.objects.filter(staff_id=who).exclude(pk=link.pk).select_related("staff__person"):
            both = _meet(span, _span(above))
            if both and above.supervisor_id == link.staff_id:
                fix = f"End that supervision first: {link.staff.name} supervises {above.staff.name} from {both[0]} on."
                yield Problem("supervisor", link.supervisor.name, "somebody who is not supervised from below", fix)
                return
            if both:
                waiting.append((above.supervisor_id, both))


def _of_team(member: TeamMember) -> Iterator[Problem]:
    team = member.team
    if member.starts_on and team.starts_on and member.starts_on < team.starts_on:
        expected = f"a day no earlier than {team.starts_on}, the first day of the team"
        yield Problem("starts_on", str(member.starts_on), expected, "Correct whichever day is wrong.")
    last = member.ends_on or member.starts_on
    if last and team.ends_on and last > team.ends_on:
        field = "ends_on" if member.ends_on else "starts_on"
        expected = f"a day no later than {team.ends_on}, the last day of the team"
        yield Problem(field, str(last), expected, "Correct whichever day is wrong.")


def _span(record: Any) -> Span:
    return record.starts_on or datetime.date.min, record.ends_on or datetime.date.max


def _meet(one: Span, other: Span) -> Span | None:
    first, last = max(one[0], other[0]), min(one[1], other[1])
    return (first, last) if first <= last else None


def _said(record: Any) -> str:
    return f"{record.starts_on or 'the beginning'} to {record.ends_on or 'today and on'}"
