"""The verbs: the one way in for a record made by a person.

Each takes keywords only, the day it happens as `on` and who does it as `by`, runs in one transaction inside the
program's context, and either records everything or raises `Problems` with every reason.
"""

from .corrections import correct
from .delivered import record_service
from .discharges import discharge, record_discharge_summary
from .enrollments import enroll, enroll_again
from .first_contacts import record_first_contact, record_return, refuse_enrollment
from .incident_route import report_death, tell_program, tell_state
from .incidents import report_incident
from .note_moves import move_note
from .note_signing import amend_note, sign_note
from .notes import save_note_draft
from .participants import record_assessment, record_coverage, record_plan, record_residence, record_screen
from .plan_signing import Capacity, sign_plan_as
from .plans import Line, amend_plan, rewrite_plan, write_plan
from .representatives import add_representative
from .sign_offs import return_note, sign_off_note
from .staff import add_provider, end_employment, hire, record_background_check, record_credential
from .support_plans import write_support_plan
from .training import decide_exemption, record_training, request_exemption

__all__ = [
    "Capacity", "Line", "add_provider", "add_representative", "amend_note", "amend_plan", "correct",
    "decide_exemption", "discharge", "end_employment", "enroll", "enroll_again", "hire", "move_note",
    "record_assessment", "record_background_check", "record_coverage", "record_credential",
    "record_discharge_summary", "record_first_contact", "record_plan", "record_residence", "record_return",
    "record_screen", "record_service", "record_training", "refuse_enrollment", "report_death", "report_incident",
    "request_exemption", "return_note", "rewrite_plan", "save_note_draft", "sign_note", "sign_off_note",
    "sign_plan_as", "tell_program", "tell_state", "write_plan", "write_support_plan",
]  # fmt: skip
