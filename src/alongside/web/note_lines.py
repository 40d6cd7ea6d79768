"""Plan lines a note can be written under, services at the same time, and where a participant is usually met."""

from __future__ import annotations

import datetime

from django.db.models import Q

from alongside.records.models import Participant, PlanLine, ProgressNote, Service, StaffMember

LATELY = datetime.timedelta(days=60)
PLACES = 4


def lines_lately(person: Participant, on: datetime.date) -> list[PlanLine]:
    """Lines in force today or in the last two months, those of the newest plan first."""
    begun = Q(starts_on=None) | Q(starts_on__lte=on)
    running = PlanLine.objects.filter(begun, Q(ends_on=None) | Q(ends_on__gte=on - LATELY), participant=person)
    newest_first = running.select_related("service_plan", "provider").order_by(
        "-service_plan__completed_on", "created_at", "pk"
    )
    return list(newest_first)


def likely_line(lines: list[PlanLine], author: StaffMember) -> PlanLine | None:
    """The line to start from: the only one of the newest plan for the author's provider."""
    if not lines:
        return None
    newest = [line for line in lines if line.service_plan_id == lines[0].service_plan_id]
    own = [line for line in newest if line.provider_id == author.provider_id]
    return own[0] if len(own) == 1 else newest[0] if len(newest) == 1 else None


def usual_places(person: Participant) -> list[str]:
    """Where this participant was met lately, the last place first."""
    lately = Service.objects.filter(participant=person, place__isnull=False).order_by("-served_on", "-created_at")
    return list(dict.fromkeys(lately.values_list("place", flat=True)[:30]))[:PLACES]


def at_the_same_time(service: Service, note: ProgressNote | None = None) -> list[Service]:
    """Other services by the same staff member that overlap this one."""
    if service.staff_id is None or not (service.started_at and service.stopped_at and service.served_on):
        return []
    day = datetime.timedelta(days=1)
    near = Service.objects.standing().filter(
        staff_id=service.staff_id, served_on__range=(service.served_on - day, service.served_on + day)
    )
    overlapping = near.filter(started_at__lt=service.stopped_at, stopped_at__gt=service.started_at)
    others = overlapping.exclude(pk=note.service_id) if note else overlapping
    return list(others.select_related("participant").prefetch_related("notes").order_by("started_at", "pk")[:5])
