"""The support plan: four questions, in the participant's own words."""

from __future__ import annotations

from ..models import SupportPlan
from .wording import Section, amended, section, text

TITLE, FORM = "Support plan", ""


def sections(plan: SupportPlan) -> list[Section]:
    """The four answers."""
    return [
        section("This plan", ("Completed on", plan.completed_on)),
        *amended(plan),
        text("What I am like when I am well", plan.when_well),
        text("What helps me, and what does not", plan.what_helps),
        text("Early signs that somebody should step in", plan.early_signs),
        text("How I want others to step in", plan.how_to_step_in),
    ]
