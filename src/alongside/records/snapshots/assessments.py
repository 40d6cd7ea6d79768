"""The person-centered assessment."""

from __future__ import annotations

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
    meeting = {
        "Met on": assessment.met_on,
        "Who was there": assessment.met_with,
        "In person": assessment.is_in_person,
    }
    areas = {heading: getattr(assessment, name) for name, heading in AREAS.items()}
    texts = {
        "What matters to me, in the participant’s own words": assessment.what_matters,
        "Strengths": assessment.strengths,
        "What the participant needs": assessment.needs,
        **{heading: words for heading, words in areas.items() if words},
        "Summary": assessment.summary,
    }
    first = [section("This assessment", ("Completed on", assessment.completed_on)), *amended(assessment)]
    if all(value is None for value in (*meeting.values(), *texts.values(), assessment.setting_needed)):
        return first
    setting = section("Where", ("The setting that fits", label(assessment, "setting_needed")))
    told = [text(heading, words) for heading, words in texts.items()]
    return [*first, section("The meeting", *meeting.items()), setting, *told]
