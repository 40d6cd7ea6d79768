"""The names and pages of the people and teams whom answers are about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.urls import reverse

from alongside.records.models import Participant, Provider, StaffMember, Team
from alongside.reviews.models import Answer


def names_of(answers: Iterable[Answer]) -> Mapping[UUID, tuple[str, str]]:
    """The name and the page of everyone these answers are about."""
    roots: dict[str, set[UUID]] = {"participant": set(), "staff": set(), "provider": set(), "team": set()}
    for row in answers:
        roots[row.root_table].add(row.root)
    served = Participant.objects.filter(pk__in=roots["participant"]) if roots["participant"] else ()
    serving = StaffMember.objects.filter(pk__in=roots["staff"]).select_related("person") if roots["staff"] else ()
    network = Provider.objects.filter(pk__in=roots["provider"]) if roots["provider"] else ()
    teams = Team.objects.filter(pk__in=roots["team"]) if roots["team"] else ()
    people = {one.pk: (one.name or one.medicaid_id, reverse("participant", args=[one.pk])) for one in served}
    members = {one.pk: (one.name or one.staff_number, reverse("staff_member", args=[one.pk])) for one in serving}
    agencies = {one.pk: (one.name, reverse("provider", args=[one.pk])) for one in network}
    return people | members | agencies | {one.pk: (one.name, reverse("team", args=[one.pk])) for one in teams}
