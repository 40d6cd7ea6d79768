"""Entering what was invoiced to Medicaid, and tying each line to the service it is for."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from alongside.access.models import Program

from ..models import Invoice, InvoiceLine, Participant, Provider, Service
from ..problems import Problem, is_nothing, nothing
from .recording import locked, recording, refuse, store, store_again, unchanged_since

if TYPE_CHECKING:
    from alongside.access.models import User


@dataclass(frozen=True)
class Billed:
    """One line as it was entered. Without `service`, it is tied to the only service of that day, if there is one."""

    participant: Participant
    served_on: datetime.date
    units: int
    amount: Decimal | None = None
    claim_number: str | None = None
    service: Service | None = None


def record_invoice(
    *,
    program: Program,
    number: str,
    invoiced_on: datetime.date | None,
    provider: Provider | None = None,
    lines: list[Billed],
    on: datetime.date,
    by: User | None,
) -> Invoice:
    """Record an invoice with its lines. One that is there gets the lines added. Raises `Problems`."""
    with recording(program_id=program.pk, by=by):
        if is_nothing(number):
            refuse([nothing("number")])
        invoice = Invoice.objects.filter(number=number.strip()).first()
        if invoice is None:
            new = Invoice(program_id=program.pk, number=number.strip(), provider=provider, invoiced_on=invoiced_on)
            invoice = store(new, on=on)
        for line in lines:
            add_line(invoice=invoice, line=line, on=on, by=by)
        return invoice


def add_line(*, invoice: Invoice, line: Billed, on: datetime.date, by: User | None) -> InvoiceLine:
    """Add a line to an invoice. The same line twice is refused. Raises `Problems`."""
    with recording(program_id=invoice.program_id, by=by):
        locked(invoice)
        service = line.service or _only_one(line)
        if service is not None and service.participant_id != line.participant.pk:
            refuse([Problem("service", "another participant's", "a service of this participant", "Choose another.")])
        said = {
            "participant": line.participant, "service": service, "served_on": line.served_on, "units": line.units,
            "amount": line.amount, "claim_number": line.claim_number,
        }  # fmt: skip
        same = {name: value for name, value in said.items() if name != "service"}
        is_given = {"service": line.service} if line.service else {}
        if InvoiceLine.objects.filter(invoice=invoice, **same, **is_given).exists():
            refuse([Problem("served_on", str(line.served_on), "a line not there already", "It is recorded already.")])
        return store(InvoiceLine(program_id=invoice.program_id, invoice=invoice, **said), on=on)


def tie_line(
    *, line: InvoiceLine, version: int, service: Service | None, units: int | None, on: datetime.date, by: User | None
) -> InvoiceLine:
    """Say which service a line is for, and correct its units. Raises `Problems`, or `Conflict`."""
    with recording(program_id=line.program_id, by=by):
        line = unchanged_since(line, version)
        if service is not None and service.participant_id != line.participant_id:
            refuse([Problem("service", "another participant's", "a service of this participant", "Choose another.")])
        line.service, line.units = service, units
        return store_again(line, fields=("service", "units"), on=on)


def _only_one(line: Billed) -> Service | None:
    """The participant's service of that day, where there is one and no more, and no line has it yet."""
    given = Service.objects.standing().filter(participant=line.participant, served_on=line.served_on)
    found = list(given.filter(invoice_lines=None)[:2])
    return found[0] if len(found) == 1 else None
