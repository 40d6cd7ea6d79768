"""The program's own table of incident categories."""

from __future__ import annotations

from django.db import models
from django.db.models import UniqueConstraint

from .incident_words import ClockUnit
from .record import Known, Periods, ProgramRecord, above_zero, day, in_order, only_words, row_key, together, word


class IncidentCategory(ProgramRecord):
    """One row of the program's own table: how soon the program and the state are told, and what is asked besides.

    The clocks count from the moment somebody learned of it. `questions` are [words, kind] pairs; `source` is the text
    the row comes from.
    """

    id = row_key("incident_category_id")
    name = Known()
    source = Known()
    is_example = models.BooleanField(default=False, db_default=False)
    program_clock_count = models.IntegerField(null=True, blank=True)
    program_clock_unit = word(ClockUnit)
    state_clock_count = models.IntegerField(null=True, blank=True)
    state_clock_unit = word(ClockUnit)
    questions = models.JSONField(default=list, db_default=[], blank=True)
    starts_on = day()
    ends_on = day()

    objects = Periods.as_manager()

    class Meta:
        db_table = "incident_category"
        verbose_name = "incident category"
        verbose_name_plural = "incident categories"
        ordering = ["name"]
        constraints = [
            UniqueConstraint(fields=["program", "name"], name="incident_category_known_as"),
            only_words("incident_category", "program_clock_unit", ClockUnit),
            only_words("incident_category", "state_clock_unit", ClockUnit),
            above_zero("incident_category", "program_clock_count", 1000),
            above_zero("incident_category", "state_clock_count", 1000),
            together("incident_category", "program_clock_count", "program_clock_unit"),
            together("incident_category", "state_clock_count", "state_clock_unit"),
            in_order("incident_category", "starts_on", "ends_on"),
        ]
