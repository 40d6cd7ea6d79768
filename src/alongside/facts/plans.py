"""What was planned with a participant."""

from __future__ import annotations

from dataclasses import replace

from ibis.expr.types import Table

from .contract import day, key, of, perhaps, table, text, word, yes
from .participants import SETTINGS, participant
from .roles import ROLES, SERVICES

SERVICE_KINDS = {
    "clss": "community living supportive services",
    "peer_support": "peer support",
    "supported_employment": "supported employment",
}


assessment = table(
    "assessment",
    "One row for each person-centered assessment.",
    parent=participant,
    assessment_id=key("What tells one assessment from another."),
    participant_id=of("The participant assessed."),
    completed_on=day("The day the assessment was completed."),
    needs=text("What the participant needs, as the assessment says it."),
    setting_needed=word("The kind of residential setting the participant needs.", **SETTINGS),
    amends_id=perhaps("The assessment it amends, which no longer stands."),
)


def _overtaken(plans: Table) -> Table:
    """Whether another plan amended it by the day it was completed, so that it never was in force alone."""
    amendments = plans.filter(plans.amends_id.notnull()).group_by(amended_id=plans.amends_id)
    first = amendments.aggregate(amended_on=plans.completed_on.min())
    joined = plans.left_join(first, plans.service_plan_id == first.amended_id)
    overtaken = (joined.amended_on <= joined.completed_on).fill_null(False)
    return joined.mutate(is_overtaken=overtaken).drop("amended_id", "amended_on")


def _with_its_plan(lines: Table) -> Table:
    """From which day the plan it stands in was complete, and whether that plan was overtaken the same day."""
    plans = _overtaken(service_plan.stored)
    its = plans.select(
        its_plan=plans.service_plan_id, whose=plans.participant_id, planned_on=plans.completed_on,
        is_overtaken=plans.is_overtaken,
    )  # fmt: skip
    same = [lines.service_plan_id == its.its_plan, lines.participant_id == its.whose]
    return lines.left_join(its, same).drop("its_plan", "whose")


service_plan = table(
    "service_plan",
    "One row for each individual service plan (F-00202), each update a row of its own.",
    parent=participant,
    service_plan_id=key("What tells one plan from another."),
    participant_id=of("The participant whose plan it is."),
    completed_on=day("The day the plan was completed."),
    has_demographics=yes("Whether the plan has its demographics."),
    has_financials=yes("Whether the plan has its financials."),
    has_outcomes=yes("Whether the plan has its outcomes: goals, objectives and interventions."),
    participant_signed_on=day("The day the participant signed the plan."),
    representative_signed_on=day("The day a guardian or other representative signed the plan."),
    coordinator_signed_on=day("The day the service coordinator signed the plan."),
    amends_id=perhaps("The service plan it amends."),
    is_in_person=yes("Whether the plan followed a meeting in person with the participant."),
    author_id=perhaps("The staff member who wrote it: the staff_id of a row of staff."),
    author_role=word("The role in which they wrote it.", **ROLES),
    authorized_on=day("The day an LPHA authorized it."),
)

# The same rows, with whether a plan was overtaken by an amendment: asked by few rules, and paid for by those alone.
plan_by_day = replace(service_plan, derived=_overtaken)


plan_line = table(
    "plan_line",
    "One row for each service a service plan authorizes.",
    parent=participant,
    derived=_with_its_plan,
    plan_line_id=key("What tells one plan line from another."),
    participant_id=of("The participant it is for."),
    service_plan_id=perhaps("The service plan it stands in. Empty: it was authorized by itself, for its own days."),
    kind=word("Which service it authorizes.", **SERVICE_KINDS, **SERVICES),
    outcome=text("The outcome of the plan the service works toward."),
    starts_on=day("First day authorized. Empty: as soon as the plan is complete."),
    ends_on=day("Last day authorized. Empty: while the plan is in force."),
)


support_plan = table(
    "support_plan",
    "One row for each support plan: four questions in the participant's own words.",
    parent=participant,
    support_plan_id=key("What tells one support plan from another."),
    participant_id=of("The participant whose plan it is."),
    completed_on=day("The day the support plan was completed."),
    when_well=text("What I am like when I am well."),
    what_helps=text("What raises and what lowers my symptoms."),
    early_signs=text("Early warning signs that someone should step in."),
    how_to_step_in=text("How I want others to step in."),
)
