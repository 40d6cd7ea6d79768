"""Substance-use treatment, and when plans were looked at again."""

from __future__ import annotations

from django.db import models

from .participants import Participant
from .record import Periods, ProgramRecord, day, in_order, row_key


class TreatmentEpisode(ProgramRecord):
    """A time in substance-use treatment, last day included."""

    id = row_key("treatment_episode_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="treatment_episodes")
    starts_on = day()
    ends_on = day()

    objects = Periods.as_manager()

    class Meta:
        db_table = "treatment_episode"
        verbose_name = "treatment episode"
        ordering = ["-starts_on"]
        constraints = [in_order("treatment_episode", "starts_on", "ends_on")]


class PlanReview(ProgramRecord):
    """A review of a participant's plan that did not write it anew."""

    id = row_key("plan_review_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="plan_reviews")
    reviewed_on = day()

    class Meta:
        db_table = "plan_review"
        verbose_name = "plan review"
        ordering = ["-reviewed_on"]
