"""What is entered with a participant: the assessment, the support plan, and the reason of an amendment."""

from __future__ import annotations

from django import forms

from alongside.records.models import Setting

from . import fields
from .drafts import DraftForm
from .entry import EntryForm

OWN_WORDS = "In the participant’s own words. Write what they say, as they say it."
DONE_ON = "Day it is completed"
DONE_HINT = "Counts when you complete it. A draft has no day."


class AssessmentForm(DraftForm):
    """A person-centered assessment."""

    met_on = fields.day("Day you met")
    is_in_person = fields.yes_or_no("Did you meet in person?")
    met_with = fields.short_text("Who was there", "The participant, and whoever they wanted there.")
    what_matters = fields.long_text("What matters to me", OWN_WORDS, rows=4)
    strengths = fields.long_text("Strengths", "What they do well, who stands by them, what has helped before.", rows=3)
    needs = fields.long_text(
        "Needs", "What they want help with, and what they need in order to live in the community.", rows=4
    )
    setting_needed = fields.word(
        "Kind of place they need to live in", Setting, "The assessment names it, wherever they live now."
    )
    home_life = fields.long_text("Home and daily life", "Meals, housework, getting around, the week.", rows=2)
    health = fields.long_text("Health and well-being", "Body and mind, medicines, sleep, substance use.", rows=2)
    relationships = fields.long_text("Family, friends and community", rows=2)
    work_and_learning = fields.long_text("Work and learning", "What they do, did, or would like to do.", rows=2)
    money = fields.long_text("Money", "Income, bills, who helps.", rows=2)
    safety = fields.long_text("Safety and rights", "What worries them, and what keeps them safe.", rows=2)
    summary = fields.long_text("Summary", "What follows for the service plan.", rows=4)
    completed_on = fields.day(DONE_ON, DONE_HINT)

    PARTS = (
        ("Meeting", ("met_on", "is_in_person", "met_with")),
        ("The person", ("what_matters", "strengths", "needs")),
        ("Setting", ("setting_needed",)),
        ("Areas of life", ("home_life", "health", "relationships", "work_and_learning", "money", "safety")),
        ("Summary", ("summary", "completed_on")),
    )

    @property
    def parts(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields under their headings."""
        return [(heading, [self[name] for name in names]) for heading, names in self.PARTS]


class SupportPlanForm(DraftForm):
    """Four questions."""

    when_well = fields.long_text("What am I like when I am well?", "What I do, how I sound, what others notice.")
    what_helps = fields.long_text(
        "What makes it better, and what makes it worse?", "What raises and what lowers my symptoms."
    )
    early_signs = fields.long_text(
        "What are the early signs?", "How I and others can tell that somebody should step in."
    )
    how_to_step_in = fields.long_text("How do I want people to step in?", "Whom to call, what to say, what not to do.")
    completed_on = fields.day(DONE_ON, DONE_HINT)


class ReasonForm(EntryForm):
    """Why something signed is changed."""

    reason = fields.long_text(
        "Why it is amended", "Both stay: what was signed, and the amendment with this reason.", rows=3
    )
