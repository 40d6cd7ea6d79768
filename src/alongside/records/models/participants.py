"""The people served: who they are, since when, how covered, how screened, where they live."""

from __future__ import annotations

import datetime
from typing import Any, Self

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from .record import Known, Periods, ProgramRecord, above_zero, day, in_order, only_words, row_key, together, word
from .words import CoveragePlan, License, ScreenKind, ScreenResult, ScreenType, Setting


class Participant(ProgramRecord):
    """A person served by the program. Known to readers by the Medicaid id."""

    id = row_key("participant_id")
    medicaid_id = models.CharField(max_length=10)
    family_name = models.TextField(blank=True, default="")
    given_name = models.TextField(blank=True, default="")
    born_on = day()
    comments = models.TextField(blank=True, default="")

    class Meta:
        db_table = "participant"
        ordering = ["family_name", "given_name", "medicaid_id"]
        constraints = [
            UniqueConstraint(fields=["program", "medicaid_id"], name="participant_known_as"),
            CheckConstraint(name="participant_medicaid_id_digits", condition=Q(medicaid_id__regex=r"^[0-9]{10}$")),
        ]

    @property
    def name(self) -> str:
        """Given name, then family name."""
        return f"{self.given_name} {self.family_name}".strip()


class Enrollments(models.QuerySet[Any]):
    """Enrollments, with the adjectives of their time."""

    def current(self, on: datetime.date) -> Self:
        """Those in effect on that day: begun, and not discharged before it. The day of discharge counts."""
        lasts = Q(discharge__isnull=True) | Q(discharge__discharged_on__gte=on)
        return self.filter(lasts, enrolled_on__lte=on)

    def open(self) -> Self:
        """Those no discharge has been recorded for, begun or not."""
        return self.filter(discharge__isnull=True)


class Enrollment(ProgramRecord):
    """A participant in the program from one day on, until a discharge ends it.

    Where a condition was not met that day, `open_conditions` says which, and who went on all the same says why.
    """

    id = row_key("enrollment_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="enrollments")
    enrolled_on = day()
    open_conditions = Known()
    decided_reason = Known()
    decided_by = Known()

    objects = Enrollments.as_manager()

    class Meta:
        db_table = "enrollment"
        ordering = ["-enrolled_on"]
        constraints = [
            UniqueConstraint(fields=["participant", "enrolled_on"], name="enrollment_once_a_day"),
            together("enrollment", "decided_reason", "decided_by"),
        ]


class Coverage(ProgramRecord):
    """The result of a Medicaid coverage check, with the period it covers. `reference` finds its evidence again."""

    id = row_key("coverage_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="coverages")
    plan = word(CoveragePlan)
    starts_on = day()
    ends_on = day()
    checked_on = day()
    reference = Known()

    objects = Periods.as_manager()

    class Meta:
        db_table = "coverage"
        ordering = ["-starts_on"]
        constraints = [only_words("coverage", "plan", CoveragePlan), in_order("coverage", "starts_on", "ends_on")]


class FunctionalScreen(ProgramRecord):
    """A functional screen. `completed_on` is the day all sections were complete, not the day it was typed in.

    A correction leaves that day; the eligibility is then calculated anew, on `recalculated_on`.
    """

    id = row_key("functional_screen_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="functional_screens")
    kind = word(ScreenKind)
    type = word(ScreenType)
    completed_on = day()
    recalculated_on = day()
    result = word(ScreenResult)
    screener = Known()

    class Meta:
        db_table = "functional_screen"
        ordering = ["-completed_on"]
        constraints = [
            only_words("functional_screen", "kind", ScreenKind),
            only_words("functional_screen", "type", ScreenType),
            only_words("functional_screen", "result", ScreenResult),
        ]


class Residence(ProgramRecord):
    """A place a participant lives or lived."""

    id = row_key("residence_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="residences")
    setting = word(Setting)
    address = Known()
    beds = models.IntegerField(null=True, blank=True)
    license = word(License)
    starts_on = day()
    ends_on = day()

    objects = Periods.as_manager()

    class Meta:
        db_table = "residence"
        ordering = ["-starts_on"]
        constraints = [
            only_words("residence", "setting", Setting),
            only_words("residence", "license", License),
            in_order("residence", "starts_on", "ends_on"),
            above_zero("residence", "beds"),
        ]
