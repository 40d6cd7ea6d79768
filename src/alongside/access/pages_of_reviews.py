"""Who may open what passes between the program and the state, and invoices."""

from __future__ import annotations

from .page import Page, only
from .roles import RUNS_THE_PROGRAM, Role

STATE = frozenset({Role.STATE_REVIEWER})
BILLS = RUNS_THE_PROGRAM | {Role.BILLER}
_BOTH = only(RUNS_THE_PROGRAM | STATE, "Reviews are open to those who run the program, and to the state reviewer.")
_STATE = only(STATE, "This is for the state reviewer to do.")
_PROGRAM = only(RUNS_THE_PROGRAM, "This is for those who run the program to do.")
_INVOICES = only(BILLS, "Invoices are kept by the biller and by those who run the program.")

PAGES_OF_REVIEWS: dict[str, Page] = {
    "reviews": _BOTH,
    "say_about_plan": _BOTH,
    "add_evidence": _PROGRAM,
    "evidence": _BOTH,
    "new_plan_of_action": _STATE,
    "plan_of_action": _BOTH,
    "move_action": _BOTH,
    "new_corrective_plan": _STATE,
    "do_step": _PROGRAM,
    "corrective_plan": _BOTH,
    "move_plan": _BOTH,
    "new_visit": _STATE,
    "monitoring_request": _BOTH,
    "monitoring_visit": _BOTH,
    "pick_participants": _PROGRAM,
    "hold_visit": _STATE,
    "add_interview": _STATE,
    "close_visit": _STATE,
    "invoices": _INVOICES,
    "new_invoice_line": _INVOICES,
    "import_invoices": _INVOICES,
    "tie_invoice_line": _INVOICES,
    "invoices_of": _INVOICES,
}
