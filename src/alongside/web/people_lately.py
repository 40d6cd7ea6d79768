"""Participants in the order a staff member meets them: those served last come first."""

from __future__ import annotations

from uuid import UUID

from django.db.models import F, Max, Q, QuerySet

from alongside.records.models import Participant


def lately_first(people: QuerySet[Participant], staff_id: UUID | None) -> QuerySet[Participant]:
    """The participants, with `last_served_on` by this staff member, or by nobody."""
    own = Q(services__staff_id=staff_id) if staff_id else Q(pk__in=[])
    dated = people.annotate(last_served_on=Max("services__served_on", filter=own))
    return dated.order_by(F("last_served_on").desc(nulls_last=True), "family_name", "given_name", "pk")
