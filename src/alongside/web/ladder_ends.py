"""What ends soon among the people of a ladder: a certificate, a role, a supervision, somebody's last day."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from alongside.records.models import Credential, RoleAssignment, StaffMember, Supervision

AHEAD = 90


@dataclass(frozen=True, order=True)
class End:
    """One thing that ends: its last day, the sentence, and whose it is."""

    on: datetime.date
    sentence: str
    staff_id: UUID


def ends_of(people: Iterable[StaffMember], on: datetime.date, until: datetime.date) -> list[End]:
    """Everything that ends from a day to another, the first to end first."""
    named = {member.pk: member.name for member in people}
    days, whose = (on, until), list(named)
    found = [
        End(member.ended_on, f"{member.name} leaves", member.pk)
        for member in StaffMember.objects.filter(pk__in=whose, ended_on__range=days).select_related("person")
        if member.ended_on
    ]
    for paper in Credential.objects.filter(staff__in=whose, expires_on__range=days):
        if not _is_renewed(paper):
            what = f"{paper.get_kind_display() or 'A certificate'} of {named[paper.staff_id]} expires"
            found.append(End(paper.expires_on, what, paper.staff_id))
    for role in RoleAssignment.objects.filter(staff__in=whose, ends_on__range=days):
        found.append(End(role.ends_on, f"{named[role.staff_id]} stops as {role.get_role_display()}", role.staff_id))
    for link in Supervision.objects.filter(staff__in=whose, ends_on__range=days).select_related("supervisor__person"):
        who = link.supervisor.name if link.supervisor else "somebody"
        found.append(End(link.ends_on, f"The supervision of {named[link.staff_id]} by {who} ends", link.staff_id))
    return sorted(found)


def _is_renewed(paper: Credential) -> bool:
    """Whether another of the same kind is in force on the day after."""
    next_day = paper.expires_on + datetime.timedelta(days=1)
    same = Credential.objects.filter(staff=paper.staff_id, kind=paper.kind).exclude(pk=paper.pk)
    return same.current(next_day).exists()
