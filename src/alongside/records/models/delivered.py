"""Services delivered, and claimed."""

from __future__ import annotations

from typing import Any, Self

from django.db import models
from django.db.models import Index

from .participants import Participant
from .peer_service_words import Funding, IllinoisService, Modality
from .peer_words import Role
from .people import StaffMember
from .plans import PlanLine
from .record import (
    Known,
    ProgramRecord,
    above_zero,
    day,
    in_order,
    instant,
    not_below_zero,
    only_words,
    row_key,
    word,
    yes,
)
from .service_words import Activity, Repeats, ServiceKind, Unit


class Services(models.QuerySet[Any]):
    """Services, with the adjectives of their notes."""

    def standing(self) -> Self:
        """Those not moved to another participant."""
        return self.exclude(notes__moved_to__isnull=False)


class Service(ProgramRecord):
    """One delivery to one participant on one day by one staff member. Frozen once its note is signed."""

    id = row_key("service_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="services")
    staff = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="services", null=True, blank=True)
    plan_line = models.ForeignKey(PlanLine, on_delete=models.PROTECT, related_name="services", null=True, blank=True)
    kind = word(ServiceKind, IllinoisService)
    served_on = day()
    started_at = instant()
    stopped_at = instant()
    unit = word(Unit)
    place = Known()
    activity = word(Activity)
    is_room_and_board = yes()
    repeats = word(Repeats)
    charged_amount = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)
    role = word(Role)
    billed_as = word(Role)
    funding = word(Funding)
    modality = word(Modality)
    attendee_count = models.IntegerField(null=True, blank=True)
    is_clinical = yes()
    has_clinical_requirements = yes()
    has_im_cans = yes()

    objects = Services.as_manager()

    class Meta:
        db_table = "service"
        ordering = ["-served_on", "-started_at"]
        indexes = [
            Index(fields=["program", "-served_on"], name="service_days"),
            Index(fields=["staff", "-served_on"], name="service_days_of_staff"),
        ]
        constraints = [
            only_words("service", "kind", ServiceKind, IllinoisService),
            only_words("service", "unit", Unit),
            only_words("service", "repeats", Repeats),
            only_words("service", "activity", Activity),
            only_words("service", "role", Role),
            only_words("service", "billed_as", Role),
            only_words("service", "funding", Funding),
            only_words("service", "modality", Modality),
            above_zero("service", "attendee_count"),
            in_order("service", "started_at", "stopped_at"),
            not_below_zero("service", "charged_amount"),
        ]


class Claim(ProgramRecord):
    """A claim of a service from Medicaid."""

    id = row_key("claim_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="claims")
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="claims")
    claimed_on = day()
    paid_on = day()

    class Meta:
        db_table = "claim"
        ordering = ["-claimed_on"]
