"""Support to get and keep a job."""

from __future__ import annotations

from typing import Any

from django.db import models

from .participants import Participant
from .record import Known, ProgramRecord, day, in_order, not_below_zero, only_words, row_key, word, yes
from .service_words import AskedFirst, EndedFor


def _wage() -> models.DecimalField[Any, Any]:
    return models.DecimalField(max_digits=10, decimal_places=2, null=True, blank=True)


class Employment(ProgramRecord):
    """A participant's wish to work, and what came of it: the search, the job, and how the support ended."""

    id = row_key("employment_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="employments")
    wanted_on = day()
    job_goal = Known()
    ended_on = day()
    ended_for = word(EndedFor)
    asked_first = word(AskedFirst)
    search_started_on = day()
    job = Known()
    job_started_on = day()
    is_open_to_anyone = yes()
    is_preferred = yes()
    hourly_wage = _wage()
    minimum_wage = _wage()

    class Meta:
        db_table = "employment"
        ordering = ["-wanted_on"]
        constraints = [
            only_words("employment", "ended_for", EndedFor),
            only_words("employment", "asked_first", AskedFirst),
            in_order("employment", "wanted_on", "ended_on"),
            not_below_zero("employment", "hourly_wage"),
            not_below_zero("employment", "minimum_wage"),
        ]
