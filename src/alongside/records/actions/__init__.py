"""The verbs: the one way in for a record made by a person.

Each takes keywords only, the day it happens as `on` and who does it as `by`, runs in one transaction inside the
program's context, and either records everything or raises `Problems` with every reason.
"""

from .corrections import correct
from .discharges import discharge, record_discharge_summary
from .enrollments import enroll, enroll_again
from .first_contacts import add_representative, record_first_contact, record_return, refuse_enrollment
from .incidents import report_death, report_incident, tell_program, tell_state
from .note_review import move_note, return_note, sign_off_note
from .notes import amend_note, record_service, save_note_draft, sign_note
from .participants import (
    record_assessment,
    record_coverage,
    record_plan,
    record_residence,
    record_screen,
    write_support_plan,
)
from .plan_signing import Capacity, sign_plan_as
from .plans import Line, amend_plan, rewrite_plan, write_plan
from .staff import add_provider, end_employment, hire, record_background_check, record_credential
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
