"""Participants in the order a staff member meets them: those served last come first."""

from __future__ import annotations

import datetime
from uuid import UUID

from django.db.models import Case, DateField, F, Max, QuerySet, Value, When

from alongside.records.models import Participant, Service

LATELY = datetime.timedelta(days=90)
MOST = 60
BY_NAME = ("family_name", "given_name", "pk")


def lately_first(people: QuerySet[Participant], staff_id: UUID | None, on: datetime.date) -> QuerySet[Participant]:
    """The participants, with `last_served_on` by this staff member in the last three months, or by nobody."""
    return _dated(people, _met(staff_id, on)).order_by(F("last_served_on").desc(nulls_last=True), *BY_NAME)


def first_few(
    people: QuerySet[Participant], staff_id: UUID | None, on: datetime.date, *, most: int
) -> list[Participant]:
    """The first of `lately_first`: where enough were served lately, the others are not looked at."""
    met = _met(staff_id, on)
    few = list(_dated(people.filter(pk__in=met), met).order_by("-last_served_on", *BY_NAME)[:most]) if met else []
    return few if len(few) == most else list(lately_first(people, staff_id, on)[:most])


def _met(staff_id: UUID | None, on: datetime.date) -> dict[UUID, datetime.date]:
    if staff_id is None:
        return {}
    met = Service.objects.filter(staff_id=staff_id, served_on__gte=on - LATELY).order_by().values_list("participant")
    return dict(met.annotate(last=Max("served_on")).order_by("-last")[:MOST])


def _dated(people: QuerySet[Participant], met: dict[UUID, datetime.date]) -> QuerySet[Participant]:
    whens = [When(pk=key, then=Value(day)) for key, day in met.items()]
    return people.annotate(last_served_on=Case(*whens, default=None, output_field=DateField()))
