"""The person-centered assessment."""

from __future__ import annotations

from ..models import Assessment
from .wording import Section, amended, label, section, text

TITLE, FORM = "Person-centered assessment", ""


def sections(assessment: Assessment) -> list[Section]:
    """What an assessment says."""
    return [
        section("This assessment", ("Completed on", assessment.completed_on)),
        *amended(assessment),
        text("What the participant needs", assessment.needs),
        section("Where", ("The setting that fits", label(assessment, "setting_needed"))),
    ]
