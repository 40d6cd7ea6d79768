"""What the state asks to be put right after a review: plans of action, and corrective action plans with their steps."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from alongside.records.models import ProgramRecord
from alongside.records.models.record import Known, day, in_order, only_words, row_key, together, word

from .improvement_words import ActionKind, ActionState, Missed, PlanState, Reason


class PlanOfAction(ProgramRecord):
    """What the Division asks of the program: by a date, or as soon as possible and looked at in the next review.

    It comes from a documentation oversight, from a monitoring visit, or stands alone.
    """

    id = row_key("plan_of_action_id")
    number = models.TextField(db_column="plan_of_action_number")
    oversight = models.ForeignKey(
        "reviews.Oversight", on_delete=models.PROTECT, related_name="plans_of_action", null=True, blank=True
    )
    monitoring_visit = models.ForeignKey(
        "reviews.MonitoringVisit", on_delete=models.PROTECT, related_name="plans_of_action", null=True, blank=True
    )
    state = word(ActionState)
    concern = models.TextField()
    asked = models.TextField()
    rule = Known()
    kind = word(ActionKind)
    issued_on = day()
    issued_by = Known()
    due_on = day()
    next_review_on = day()
    done_on = day()
    done_by = Known()
    done_words = Known()
    checked_on = day()
    checked_by = Known()
    checked_words = Known()
    decision = word(Missed)
    decided_on = day()
    decided_by = Known()
    decided_words = Known()

    class Meta:
        db_table = "plan_of_action"
        verbose_name = "plan of action"
        verbose_name_plural = "plans of action"
        ordering = ["-issued_on", "-created_at"]
        constraints = [
            UniqueConstraint(fields=["program", "number"], name="plan_of_action_known_as"),
            only_words("plan_of_action", "state", ActionState),
            only_words("plan_of_action", "kind", ActionKind),
            only_words("plan_of_action", "decision", Missed),
            in_order("plan_of_action", "issued_on", "due_on"),
            together("plan_of_action", "done_on", "done_by"),
            together("plan_of_action", "checked_on", "checked_by"),
            together("plan_of_action", "decision", "decided_on"),
            CheckConstraint(
                name="plan_of_action_due_on_kind",
                condition=Q(kind="by_a_date") | Q(due_on__isnull=True),
            ),
        ]


class CorrectiveActionPlan(ProgramRecord):
    """The way from concerns in writing to a plan carried out. Its state moves only as `improvement_states` allows."""

    id = row_key("corrective_action_plan_id")
    number = models.TextField(db_column="corrective_action_plan_number")
    state = word(PlanState)
    reason = word(Reason)
    reason_words = Known()
    plan_of_action = models.ForeignKey(
        PlanOfAction, on_delete=models.PROTECT, related_name="corrective_action_plans", null=True, blank=True
    )
    oversight = models.ForeignKey(
        "reviews.Oversight", on_delete=models.PROTECT, related_name="corrective_action_plans", null=True, blank=True
    )
    monitoring_visit = models.ForeignKey(
        "reviews.MonitoringVisit", on_delete=models.PROTECT, related_name="corrective_action_plans", null=True,
        blank=True,
    )  # fmt: skip
    opened_on = day()
    opened_by = Known()
    meeting_on = day()
    meeting_words = Known()
    concerns = Known()
    concerns_sent_on = day()
    notified_on = day()
    draft = Known()
    draft_sent_on = day()
    draft_sent_by = Known()
    sent_last_on = day()
    signed_on = day()
    signed_copy_on = day()
    implemented_on = day()
    closed_on = day()
    closed_by = Known()
    closed_words = Known()

    class Meta:
        db_table = "corrective_action_plan"
        verbose_name = "corrective action plan"
        ordering = ["-opened_on", "-created_at"]
        constraints = [
            UniqueConstraint(fields=["program", "number"], name="corrective_action_plan_known_as"),
            only_words("corrective_action_plan", "state", PlanState),
            only_words("corrective_action_plan", "reason", Reason),
            in_order("corrective_action_plan", "concerns_sent_on", "notified_on"),
            in_order("corrective_action_plan", "notified_on", "draft_sent_on"),
            in_order("corrective_action_plan", "signed_on", "signed_copy_on"),
            together("corrective_action_plan", "closed_on", "closed_by"),
        ]


class PlanStep(ProgramRecord):
    """One step of a corrective action plan, who does it and by when. It can be done before the plan is in force."""

    id = row_key("plan_step_id")
    corrective_action_plan = models.ForeignKey(CorrectiveActionPlan, on_delete=models.PROTECT, related_name="steps")
    position = models.PositiveIntegerField()
    what = models.TextField()
    owner = models.TextField()
    due_on = day()
    done_on = day()
    done_by = Known()
    done_words = Known()

    class Meta:
        db_table = "plan_step"
        verbose_name = "step"
        ordering = ["position"]
        constraints = [
            UniqueConstraint(
                fields=["corrective_action_plan", "position"],
                name="plan_step_once",
                deferrable=models.Deferrable.DEFERRED,
            ),
            together("plan_step", "done_on", "done_by"),
        ]
