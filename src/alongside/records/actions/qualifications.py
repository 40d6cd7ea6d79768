"""Recording what makes somebody qualified, and the role they work in from a day."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from ..models import Degree, Experience, PersonnelRecord, RoleAssignment, StaffMember
from ..problems import nothing
from .recording import locked, recording, refuse, store, store_again

if TYPE_CHECKING:
    from alongside.access.models import User

Day = datetime.date | None
ONE_DAY = datetime.timedelta(days=1)


def record_degree(
    *,
    staff: StaffMember,
    level: str | None,
    field: str | None = None,
    conferred_on: Day = None,
    on: datetime.date,
    by: User | None,
) -> Degree:
    """Record a diploma or degree: `level` is a word of `DegreeLevel`, `field` one of `DegreeField`."""
    with recording(program_id=staff.program_id, by=by):
        degree = Degree(
            program_id=staff.program_id, staff=staff, level=level, field=field, conferred_on=conferred_on
        )  # fmt: skip
        return store(degree, on=on)


def record_experience(
    *,
    staff: StaffMember,
    setting: str | None,
    supervised_by: str | None = None,
    months: int | None = None,
    ends_on: Day = None,
    is_documented: bool | None = None,
    on: datetime.date,
    by: User | None,
) -> Experience:
    """Record work experience in months: `supervised_by` is a word of `Tier`. Raises `Problems`."""
    with recording(program_id=staff.program_id, by=by):
        experience = Experience(
            program_id=staff.program_id, staff=staff, setting=setting, supervised_by=supervised_by, months=months,
            ends_on=ends_on, is_documented=is_documented,
        )  # fmt: skip
        return store(experience, on=on)


def assign_role(
    *,
    staff: StaffMember,
    role: str | None,
    starts_on: Day,
    ends_on: Day = None,
    is_instead: bool | None = None,
    on: datetime.date,
    by: User | None,
) -> RoleAssignment:
    """Assign somebody to a role of `Role` from a day. `is_instead` ends the roles held then on the day before.

    Without it they go on: somebody may work in two roles. Raises `Problems`.
    """
    if is_instead and starts_on is None:
        refuse([nothing("starts_on")])
    with recording(program_id=staff.program_id, by=by):
        if is_instead and starts_on is not None:
            for before in RoleAssignment.objects.filter(staff=staff).current(starts_on):
                before = locked(before)
                before.ends_on = starts_on - ONE_DAY
                store_again(before, fields=("ends_on",), on=on)
        given = RoleAssignment(
            program_id=staff.program_id, staff=staff, role=role, starts_on=starts_on, ends_on=ends_on
        )  # fmt: skip
        return store(given, on=on)


def file_paper(
    *,
    staff: StaffMember,
    kind: str | None,
    dated_on: Day = None,
    is_substantiated: bool | None = None,
    recovery_support_percent: int | None = None,
    note: str | None = None,
    on: datetime.date,
    by: User | None,
) -> PersonnelRecord:
    """Put a paper into a personnel file: `kind` is a word of `PersonnelPaper`. `is_substantiated` is said of a check,
    `recovery_support_percent` of a job description. Raises `Problems`."""
    with recording(program_id=staff.program_id, by=by):
        paper = PersonnelRecord(
            program_id=staff.program_id, staff=staff, kind=kind, dated_on=dated_on, is_substantiated=is_substantiated,
            recovery_support_percent=recovery_support_percent, note=note,
        )  # fmt: skip
        return store(paper, on=on)
