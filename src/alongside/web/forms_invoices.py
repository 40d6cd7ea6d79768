"""What is entered about invoices to Medicaid."""

from __future__ import annotations

from typing import Any

from django import forms

from . import fields
from .entry import EntryForm


class InvoiceLineForm(EntryForm):
    """One line, with the invoice it stands on."""

    number = fields.short_text("Invoice number")
    invoiced_on = fields.day("Invoiced on")
    medicaid_id = fields.short_text("Medicaid id of the participant", "Ten digits.")
    served_on = fields.day("Day of the service")
    units = fields.whole_number("Units")
    amount = fields.dollars("Amount, in dollars")
    claim_number = fields.short_text("Claim number")


class InvoiceFileForm(EntryForm):
    """A file of lines."""

    file = forms.FileField(
        label="CSV file",
        help_text="With the headings invoice_number, invoiced_on, medicaid_id, served_on, units, amount, claim_number.",
    )


class TieForm(EntryForm):
    """Which service a line is for."""

    service = fields.one_of("The service it is for", [])
    units = fields.whole_number("Units", "Correct them where the line was entered wrong.")

    def __init__(self, *args: Any, choices: list[tuple[str, str]] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["service"].choices = [("", "None: no service was given"), *(choices or [])]  # type: ignore[attr-defined]
