"""Initials, which are all that leaves of a name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from alongside.records.models import Participant, StaffMember, Team
from alongside.records.part_two import guarded


def initials(name: str) -> str:
    """Juniper Hazel → J. H."""
    return " ".join(f"{part[0].upper()}." for part in name.split() if part[0].isalpha()) or "somebody"


def names_by_key(roots: Iterable[tuple[str, UUID]]) -> Mapping[UUID, str]:
    """The names of participants, staff members and teams, given as tables and keys."""
    found = list(roots)
    served = {key for table, key in found if table == "participant"}
    serving = {key for table, key in found if table == "staff"}
    people = {one.pk: one.name or one.medicaid_id for one in Participant.objects.filter(pk__in=served)}
    together = {key for table, key in found if table == "team"}
    teams = {one.pk: one.name for one in Team.objects.filter(pk__in=together)} if together else {}
    members = StaffMember.objects.filter(pk__in=serving).select_related("person")
    return people | teams | {one.pk: one.name or one.staff_number for one in members}


def initials_of(roots: Iterable[tuple[str, UUID]]) -> Mapping[UUID, str]:
    """Their initials; none of those whom 42 CFR part 2 guards: these leave by mail."""
    names = names_by_key(roots)
    kept_back = guarded(names)
    return {key: initials(name) for key, name in names.items() if key not in kept_back}
