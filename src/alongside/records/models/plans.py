"""The documents of the plan cycle. Each update is a row of its own."""

from __future__ import annotations

import re

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from .agencies import Provider
from .participants import Participant
from .peer_service_words import IllinoisService
from .peer_words import Role
from .people import StaffMember
from .record import Known, Periods, ProgramRecord, above_zero, day, in_order, only_words, row_key, together, word, yes
from .service_words import PlanKind, ServiceKind
from .words import Setting


class Assessment(ProgramRecord):
    """A person-centered assessment. `what_matters` is in the participant's own words."""

    id = row_key("assessment_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="assessments")
    completed_on = day()
    met_on = day()
    met_with = Known()
    is_in_person = yes()
    what_matters = Known()
    strengths = Known()
    needs = Known()
    setting_needed = word(Setting)
    home_life = Known()
    health = Known()
    relationships = Known()
    work_and_learning = Known()
    money = Known()
    safety = Known()
    summary = Known()
    amends = models.ForeignKey("self", on_delete=models.PROTECT, related_name="amendments", null=True, blank=True)
    amended_reason = Known()

    class Meta:
        db_table = "assessment"
        ordering = ["-completed_on"]
        constraints = [
            only_words("assessment", "setting_needed", Setting),
            together("assessment", "amends", "amended_reason"),
            UniqueConstraint(fields=["amends"], name="assessment_amended_once"),
        ]


class ServicePlan(ProgramRecord):
    """An individual service plan (F-00202), or a treatment plan. From its first signature on, only further signatures
    are added to it, and that an LPHA authorized it.

    `goals` are the participant's own words, several with an empty line between them. Objectives and interventions
    stand in the plan lines.
    """

    id = row_key("service_plan_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="service_plans")
    kind = word(PlanKind)
    completed_on = day()
    met_on = day()
    met_with = Known()
    is_in_person = yes()
    goals = Known()
    demographics = Known()
    financials = Known()
    has_demographics = yes()
    has_financials = yes()
    has_outcomes = yes()
    participant_signed_on = day()
    representative_signed_on = day()
    representative_signed_by = Known()
    coordinator_signed_on = day()
    coordinator_signed_by = Known()
    author = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="plans", null=True, blank=True)
    author_role = word(Role)
    authorized_on = day()
    authorized_by = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    amends = models.ForeignKey("self", on_delete=models.PROTECT, related_name="amendments", null=True, blank=True)
    amended_reason = Known()

    class Meta:
        db_table = "service_plan"
        ordering = ["-completed_on"]
        constraints = [
            only_words("service_plan", "kind", PlanKind),
            only_words("service_plan", "author_role", Role),
            together("service_plan", "representative_signed_on", "representative_signed_by"),
            together("service_plan", "coordinator_signed_on", "coordinator_signed_by"),
            together("service_plan", "amends", "amended_reason"),
            CheckConstraint(
                name="service_plan_authorized_when",
                condition=Q(authorized_by__isnull=True) | Q(authorized_on__isnull=False),
            ),
        ]

    @property
    def is_in_a_role(self) -> bool:
        """Whether somebody completed it in a role, as a treatment plan is; a plan of F-00202 names no author."""
        return self.author_role is not None

    @property
    def is_signed(self) -> bool:
        """Whether anybody signed it, and it can no longer be rewritten."""
        return any((self.participant_signed_on, self.representative_signed_on, self.coordinator_signed_on))

    @property
    def each_goal(self) -> list[str]:
        """The goals one by one, in their order."""
        return [goal.strip() for goal in re.split(r"\n\s*\n", self.goals or "") if goal.strip()]


class PlanLine(ProgramRecord):
    """One service a service plan authorizes: toward which outcome, by which intervention, by whom, how often.

    `goal_number` counts the plan's goals from 1, `line_number` its lines.
    """

    id = row_key("plan_line_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="plan_lines")
    service_plan = models.ForeignKey(ServicePlan, on_delete=models.PROTECT, related_name="lines", null=True, blank=True)
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="plan_lines", null=True, blank=True)
    goal_number = models.IntegerField(null=True, blank=True)
    line_number = models.IntegerField(null=True, blank=True)
    kind = word(ServiceKind, IllinoisService)
    outcome = Known()
    interventions = Known()
    frequency = Known()
    starts_on = day()
    ends_on = day()

    objects = Periods.as_manager()

    class Meta:
        db_table = "plan_line"
        ordering = ["created_at", "line_number", "kind"]
        constraints = [
            only_words("plan_line", "kind", ServiceKind, IllinoisService),
            in_order("plan_line", "starts_on", "ends_on"),
            above_zero("plan_line", "goal_number"),
            above_zero("plan_line", "line_number"),
        ]


class SupportPlan(ProgramRecord):
    """Four questions, answered in the participant's own words."""

    id = row_key("support_plan_id")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="support_plans")
    completed_on = day()
    when_well = Known()
    what_helps = Known()
    early_signs = Known()
    how_to_step_in = Known()
    amends = models.ForeignKey("self", on_delete=models.PROTECT, related_name="amendments", null=True, blank=True)
    amended_reason = Known()

    class Meta:
        db_table = "support_plan"
        ordering = ["-completed_on"]
        constraints = [
            together("support_plan", "amends", "amended_reason"),
            UniqueConstraint(fields=["amends"], name="support_plan_amended_once"),
        ]
