"""Participants in the order a staff member meets them: those served last come first."""

from __future__ import annotations

import datetime
from uuid import UUID

from django.db.models import Case, DateField, F, Max, QuerySet, Value, When

from alongside.records.models import Participant, Service

LATELY = datetime.timedelta(days=90)
MOST = 60


def lately_first(people: QuerySet[Participant], staff_id: UUID | None, on: datetime.date) -> QuerySet[Participant]:
    """The participants, with `last_served_on` by this staff member in the last three months, or by nobody."""
    met = Service.objects.filter(staff_id=staff_id, served_on__gte=on - LATELY).order_by().values("participant_id")
    last = list(met.annotate(last=Max("served_on")).order_by("-last")[:MOST]) if staff_id else []
    whens = [When(pk=row["participant_id"], then=Value(row["last"])) for row in last]
    dated = people.annotate(last_served_on=Case(*whens, default=None, output_field=DateField()))
    return dated.order_by(F("last_served_on").desc(nulls_last=True), "family_name", "given_name", "pk")
