"""What Medicaid was invoiced for: one line for each service."""

from __future__ import annotations

from .contract import amount, count, day, key, of, perhaps, table, text
from .participants import participant

invoice_line = table(
    "invoice_line",
    "One row for each line of an invoice to Medicaid.",
    parent=participant,
    invoice_line_id=key("What tells one line from another."),
    participant_id=of("The participant it was invoiced for."),
    service_id=perhaps("The service it is for. Empty where nobody has tied it to one."),
    served_on=day("The day of the service, as the invoice gives it."),
    units=count("How many units it invoices."),
    amount=amount("What it invoices, in dollars."),
    claim_number=text("The number of the claim at ForwardHealth."),
)
