"""What the state gave a provider, and the lines of fee schedules an administrator loaded."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Q

from .agencies import Provider
from .peer_paper_words import ApprovalKind
from .peer_service_words import IllinoisService
from .peer_words import Tier
from .record import Known, Periods, ProgramRecord, above_zero, day, in_order, not_below_zero, only_words, row_key, word
from .service_words import ServiceKind


class ProviderApproval(ProgramRecord):
    """A license, grant, waiver or program approval of a provider, last day included."""

    id = row_key("provider_approval_id")
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="approvals")
    kind = word(ApprovalKind)
    asked_for_on = day()
    decided_on = day()
    attested_on = day()
    starts_on = day()
    ends_on = day()

    objects = Periods.as_manager()

    class Meta:
        db_table = "provider_approval"
        verbose_name = "approval"
        ordering = ["-starts_on"]
        constraints = [
            only_words("provider_approval", "kind", ApprovalKind),
            in_order("provider_approval", "starts_on", "ends_on"),
        ]


class ServiceCode(ProgramRecord):
    """A line of a fee schedule, as loaded: with where it was read, and when."""

    id = row_key("service_code_id")
    code = models.TextField()
    kind = word(ServiceKind, IllinoisService)
    tier = word(Tier)
    modifier = Known()
    unit = Known()
    unit_minutes = models.IntegerField(null=True, blank=True)
    group_size = models.IntegerField(null=True, blank=True)
    rate = models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)
    starts_on = day()
    ends_on = day()
    source_url = Known()
    read_on = day()

    objects = Periods.as_manager()

    class Meta:
        db_table = "service_code"
        verbose_name = "service code"
        ordering = ["code", "starts_on"]
        constraints = [
            CheckConstraint(name="service_code_code_written", condition=~Q(code__regex=r"^\s*$")),
            only_words("service_code", "kind", ServiceKind, IllinoisService),
            only_words("service_code", "tier", Tier),
            above_zero("service_code", "unit_minutes"),
            above_zero("service_code", "group_size"),
            not_below_zero("service_code", "rate"),
            in_order("service_code", "starts_on", "ends_on"),
        ]
