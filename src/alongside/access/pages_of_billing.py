"""Who opens what may be billed, and the codes it is billed by."""

from __future__ import annotations

from .page import Page, only
from .roles import MEETS_PARTICIPANTS, SEES_PARTICIPANTS, Role

_BILLING = only(SEES_PARTICIPANTS, "Billing is for those who run the program, supervise or bill.")
_LOAD = only(frozenset({Role.ADMINISTRATOR}), "Fee schedules are loaded by the program’s administrator.")

PAGES_OF_BILLING: dict[str, Page] = {
    "billing": _BILLING,
    "billing_service": _BILLING,
    "correct_billing": only(
        MEETS_PARTICIPANTS, "How a service is billed is corrected by those who bill it or gave it."
    ),
    "service_codes": _BILLING,
    "load_service_codes": _LOAD,
    "end_service_code": _LOAD,
}
