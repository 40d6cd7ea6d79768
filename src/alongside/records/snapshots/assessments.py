"""The person-centered assessment."""

from __future__ import annotations

from ..models import Assessment
from .wording import Section, amended, section

TITLE, FORM = "Person-centered assessment", ""


def sections(assessment: Assessment) -> list[Section]:
    """What an assessment says."""
    return [section("This assessment", ("Completed on", assessment.completed_on)), *amended(assessment)]
