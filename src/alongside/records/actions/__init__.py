"""The verbs: the one way in for a record made by a person.

Each takes keywords only, the day it happens as `on` and who does it as `by`, runs in one transaction inside the
program's context, and either records everything or raises `Problems` with every reason.
"""

from .corrections import correct
from .discharges import discharge, record_discharge_summary
from .enrollments import enroll, enroll_again
from .participants import record_assessment, record_coverage, record_plan, record_residence, record_screen
from .staff import add_provider, end_employment, hire, record_background_check, record_credential
from .training import decide_exemption, record_training, request_exemption

__all__ = [
    "add_provider", "correct", "decide_exemption", "discharge", "end_employment", "enroll", "enroll_again", "hire",
    "record_assessment", "record_background_check", "record_coverage", "record_credential", "record_discharge_summary",
    "record_plan", "record_residence", "record_screen", "record_training", "request_exemption",
]  # fmt: skip
