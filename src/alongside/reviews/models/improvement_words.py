"""The words of plans of action and corrective action plans. The states' way stands in `reviews.improvement_states`."""

from __future__ import annotations

from django.db.models import TextChoices


class ActionKind(TextChoices):
    """What a plan of action asks for, in the page's two ways."""

    BY_A_DATE = "by_a_date", "Information or documents by a date"
    AS_SOON_AS_POSSIBLE = "as_soon_as_possible", "Improvements as soon as possible, looked at in the next review"


class ActionState(TextChoices):
    """Where a plan of action stands. That a date is missed follows from the day and is no state."""

    ASKED = "asked", "For the program to answer"
    ANSWERED = "answered", "Answered, for the state to look at"
    ACCEPTED = "accepted", "Accepted"


class Missed(TextChoices):
    """What the Division decided after a date was missed."""

    PLAN_FOLLOWS = "plan_follows", "A corrective action plan follows"
    NO_PLAN_FOLLOWS = "no_plan_follows", "No corrective action plan follows"


class Reason(TextChoices):
    """The three reasons of a corrective action plan, as the page has them."""

    PLAN_OF_ACTION_MISSED = "plan_of_action_missed", "A plan of action was not completed by the specified date"
    OUT_OF_COMPLIANCE = "out_of_compliance", "Oversight or monitoring shows the program out of compliance"
    FRAUD_OR_OVERBILLING = "fraud_or_overbilling", "There is indication of medical assistance fraud or overbilling"


class PlanState(TextChoices):
    """Where a corrective action plan stands."""

    OPENED = "opened", "Opened: the state arranges a meeting"
    CONCERNS_SENT = "concerns_sent", "Concerns sent in writing"
    DRAFTING = "drafting", "The program writes the plan"
    IN_REVIEW = "in_review", "The state reads the draft"
    SIGNED = "signed", "Signed by the state, the copy is on its way"
    IN_FORCE = "in_force", "In force"
    CARRIED_OUT = "carried_out", "Carried out, for the state to close"
    CLOSED = "closed", "Closed"


class Said(TextChoices):
    """What somebody said about a plan."""

    COMMENT = "comment", "Comment"
    ASKED_FOR_HELP = "asked_for_help", "Asked for technical assistance"
    HELPED = "helped", "Technical assistance"
