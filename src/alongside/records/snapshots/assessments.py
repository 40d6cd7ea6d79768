"""The person-centered assessment."""

from __future__ import annotations

from typing import Any

from ..models import Assessment
from .wording import Section, amended, label, section, text

TITLE, FORM = "Person-centered assessment", ""
AREAS = {
    "home_life": "Home and daily life",
    "health": "Health and well-being",
    "relationships": "Family, friends and community",
    "work_and_learning": "Work and learning",
    "money": "Money",
    "safety": "Safety and rights",
}


def sections(assessment: Assessment) -> list[Section]:
    """What an assessment says. Of one kept elsewhere only the day is known."""
    first = section("This assessment", ("Completed on", assessment.completed_on))
    met: tuple[Any, ...] = (assessment.met_on, assessment.met_with, assessment.is_in_person)
    told = (assessment.what_matters, assessment.strengths, assessment.needs, assessment.setting_needed)
    if not any(value is not None for value in (*met, *told)):
        return [first, *amended(assessment)]
    meeting = zip(("Met on", "Who was there", "In person"), met, strict=True)
    return [
        first,
        *amended(assessment),
        section("The meeting", *meeting),
        text("What matters to me, in the participant’s own words", assessment.what_matters),
        text("Strengths", assessment.strengths),
        text("What the participant needs", assessment.needs),
        section("Where", ("The setting that fits", label(assessment, "setting_needed"))),
        *(text(heading, words) for name, heading in AREAS.items() if (words := getattr(assessment, name))),
        text("Summary", assessment.summary),
    ]
