"""The Django app of the ledger."""

from __future__ import annotations

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """Entries, the order they were sealed in, and signed checkpoints."""

    name = "alongside.ledger"
    label = "ledger"
    verbose_name = "Ledger"
