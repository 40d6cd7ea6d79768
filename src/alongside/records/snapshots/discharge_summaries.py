"""The discharge summary."""

from __future__ import annotations

from ..models import DischargeSummary
from .wording import Section, amended, label, section, text
from .written_sections import written

TITLE, FORM = "Discharge summary", ""
PLANNED = {True: "Planned", False: "Unplanned", None: None}


def sections(summary: DischargeSummary) -> list[Section]:
    """How the enrollment ended, and what would bring the participant back."""
    ending = summary.discharge
    return [
        section(
            "The discharge",
            ("Enrolled on", ending.enrollment.enrolled_on),
            ("Discharged on", ending.discharged_on),
            ("Planned or unplanned", PLANNED[ending.is_planned]),
            ("Why it is called so", ending.planned_reason),
            ("What ended the enrollment", label(ending, "cause")),
        ),
        *amended(summary),
        text("Reason for the discharge", summary.reason),
        text("Status and progress toward the outcomes of the service plan", summary.progress),
        text("What would bring me back", summary.resume_when),
        *written(ending.sections),
    ]
