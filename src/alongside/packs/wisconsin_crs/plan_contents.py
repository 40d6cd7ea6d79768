"""What a service plan holds and who signs it (PLAN-5), and the support plan (PLAN-6)."""

from datetime import date
from typing import Any

from ibis import _

from alongside.facts.tables import participant, representative, service_plan, support_plan
from alongside.law import Criterion, Rule, after, chosen, its, must, present, should, tally, written

from .enrolled import enrolled
from .questions import question
from .readings import SINCE, SUPPORT_PLAN
from .sources import PAGE_2018, page

GUIDES = "Guiding documents"
COORDINATOR = "program coordinator"
_FORM = page(GUIDES, "Individual Service Plan—Community Recovery Services, F-00202 (Word)")


def _part(name: str, words: str, holds: Any, fix: str) -> Criterion:
    return should(f"PLAN-5.{name}", words, holds, PAGE_2018.at("Service plan", name), _FORM, fix=fix, who=COORDINATOR)


_is_newer = (_.completed_on > its.completed_on) & (_.completed_on <= its.asked_on)
_has_parts = (
    _.has_demographics.notnull()
    | _.has_financials.notnull()
    | _.has_outcomes.notnull()
    | _.participant_signed_on.notnull()
    | _.representative_signed_on.notnull()
    | _.coordinator_signed_on.notnull()
)

contents = Rule(
    id="PLAN-5",
    name="Parts of the service plan",
    about=service_plan,
    cite=_FORM,
    since=date(2018, 7, 1),
    dated_by=_.completed_on,
    missing=("Record the day the plan was completed.", COORDINATOR),
    readings=(SINCE,),
    unsettled=(question(14),),
    facts=(
        tally(
            service_plan,
            "participant_id",
            (_is_newer | (_.amends_id == its.service_plan_id)).fill_null(False),
            newer_plans=_.count(),
        ),
        tally(
            representative,
            "participant_id",
            (_.starts_on.isnull() | (_.starts_on <= its.completed_on))
            & (_.ends_on.isnull() | (_.ends_on >= its.completed_on)),
            representatives=_.count(),
        ),
    ),
    needs=("service_plan.has_outcomes or service_plan.has_demographics or service_plan.has_financials",),
    # The plan that stands today; of a plan kept elsewhere only the day is known, and nothing of its parts.
    applies=(_.newer_plans == 0) & _has_parts,
    criteria=(
        _part("demographics", "have its demographics", _.has_demographics, "Fill in the demographics of the plan."),
        _part("financials", "have its financials", _.has_financials, "Fill in the financials of the plan."),
        _part(
            "outcomes",
            "have outcomes: goals, objectives, interventions",
            _.has_outcomes,
            "Write a goal, and a plan line with its outcome and its interventions.",
        ),
        _part(
            "signatures",
            "be signed by the participant, or by whoever acts for them, and by the service coordinator",
            present(_.coordinator_signed_on)
            & (present(_.participant_signed_on) | (present(_.representative_signed_on) & (_.representatives > 0))),
            "Get the signatures that are missing.",
        ),
    ),
)

support = Rule(
    id="PLAN-6",
    name="Support plan",
    about=participant,
    cite=PAGE_2018.at("Support plan", "support plan"),
    since=date(2018, 7, 1),
    dated_by=_.judged_on,
    missing=("Record the day of enrollment.", COORDINATOR),
    readings=(SINCE, SUPPORT_PLAN),
    unsettled=(question(7),),
    facts=(
        *enrolled,
        {"year_opens_on": after(_.asked_on, months=-12)},
        tally(
            support_plan,
            "participant_id",
            (_.completed_on > its.year_opens_on) & (_.completed_on <= its.asked_on),
            support_plans=(
                written(_.when_well) & written(_.what_helps) & written(_.early_signs) & written(_.how_to_step_in)
            ).sum(),
            last_support_plan_on=_.completed_on.max(),
        ),
    ),
    needs=("support_plan.completed_on",),
    applies=chosen(SUPPORT_PLAN, "yearly")
    & _.has_enrollment
    & (_.discharged_on.isnull() | (_.discharged_on > _.asked_on)),
    changes_on=after(_.last_support_plan_on, months=12),
    criteria=(
        must(
            "PLAN-6",
            "have a support plan of the last twelve months that answers its four questions",
            _.support_plans > 0,
            PAGE_2018.at("Support plan", "support plan"),
            fix="Write the support plan with the participant: when well, what helps, early signs, how to step in.",
            who=COORDINATOR,
        ),
    ),
)

RULES = (contents, support)
