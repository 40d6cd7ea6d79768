"""Invoices to Medicaid: what was billed for which service."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Index, UniqueConstraint

from .agencies import Provider
from .delivered import Service
from .participants import Participant
from .record import Known, ProgramRecord, above_zero, day, not_below_zero, row_key


def _dollars() -> models.DecimalField[Any, Any]:
    return models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)


class Invoice(ProgramRecord):
    """One invoice to Medicaid, known by its number. What it bills stands in its lines."""

    id = row_key("invoice_id")
    number = models.TextField()
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="invoices", null=True, blank=True)
    invoiced_on = day()

    class Meta:
        db_table = "invoice"
        ordering = ["-invoiced_on", "-number"]
        constraints = [UniqueConstraint(fields=["program", "number"], name="invoice_known_as")]


class InvoiceLine(ProgramRecord):
    """What an invoice bills for one participant on one day, tied to the service where it is known."""

    id = row_key("invoice_line_id")
    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, related_name="lines")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="invoice_lines")
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="invoice_lines", null=True, blank=True)
    served_on = day()
    units = models.IntegerField(null=True, blank=True)
    amount = _dollars()
    claim_number = Known()

    class Meta:
        db_table = "invoice_line"
        verbose_name = "invoice line"
        ordering = ["served_on", "created_at"]
        indexes = [Index(fields=["program", "participant", "served_on"], name="invoice_line_days")]
        constraints = [above_zero("invoice_line", "units", 1000), not_below_zero("invoice_line", "amount")]
