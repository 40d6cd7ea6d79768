"""The treatment plan itself, service or no service: who completed it, and its next review. IL-PLAN.

IL-PLAN-1 to IL-PLAN-5 ask the same of a service that is billed; they are criteria of the rule on billing.
"""

from datetime import date

import ibis
from ibis import _

from alongside.facts.plans import plan_by_day
from alongside.facts.tables import discharge, participant, plan_review
from alongside.law import Rule, after, its, must, should, tally

from .on_the_plan import CLINICIAN, REVIEW_DAYS, SUPERVISOR
from .questions import question
from .quotes import NOT_AUTHOR
from .readings import REVIEW_OVERDUE, SINCE
from .sources import PLANNING
from .who_gave_it import PEER_CREDENTIALS

_by_now = (_.completed_on <= its.asked_on).fill_null(False)
PEERS = (*PEER_CREDENTIALS, "peer_support_worker")
_is_by_peer = _.author_role.isin(PEERS)

reviewed = Rule(
    id="IL-PLAN",
    name="Review of the treatment plan",
    about=participant,
    cite=PLANNING.at("Review", "180 days"),
    since=date(2018, 8, 1),
    dated_by=_.asked_on,
    missing=("Record the day the plan was completed.", CLINICIAN),
    needs=("service_plan.completed_on",),
    readings=(SINCE, REVIEW_OVERDUE),
    unsettled=(question(5),),
    facts=(
        tally(
            plan_by_day,
            "participant_id",
            undated_plans=_.completed_on.isnull().sum(),
            planned_on=_.completed_on.max(where=_by_now),
            told_author_on=_.completed_on.max(where=_by_now & _.author_role.notnull()),
            peer_author_on=_.completed_on.max(where=_by_now & _is_by_peer),
        ),
        tally(plan_review, "participant_id", _.reviewed_on <= its.asked_on, reviewed_on=_.reviewed_on.max()),
        tally(discharge, "participant_id", _.discharged_on <= its.asked_on, left_on=_.discharged_on.max()),
        # Engines take the greatest of the days that are known: without a plan nothing was looked at.
        {
            "looked_at_on": ibis.ifelse(
                _.planned_on.isnull(), None, ibis.greatest(_.planned_on, _.reviewed_on.fill_null(_.planned_on))
            )
        },
        {"review_by": after(_.looked_at_on, days=REVIEW_DAYS)},
    ),
    applies=ibis.cases(
        ((_.left_on >= _.planned_on).fill_null(False), False),
        (_.planned_on.notnull(), True),
        (_.undated_plans > 0, ibis.null("boolean")),
        else_=False,
    ),
    due=_.review_by,
    changes_on=after(_.looked_at_on, days=1),
    due_in_words="180 days after it was completed or last reviewed",
    criteria=(
        # Looked at today it is done; from tomorrow on the next review is still to come.
        must(
            "IL-PLAN.review",
            "be reviewed and updated again by {review_by} (looked at last on {looked_at_on})",
            _.looked_at_on == _.asked_on,
            PLANNING.at("Review", "180 days"),
            fix="Review and update the plan with the participant by {review_by}, and record the day.",
            late="Review and update the plan with the participant, and record the day. Services after {review_by} carry a warning.",
            who=CLINICIAN,
        ),
        should(
            "IL-PLAN.author",
            "be completed by somebody other than a peer in a peer's role",
            ibis.cases(
                (_.peer_author_on == _.planned_on, False),
                (_.told_author_on == _.planned_on, True),
                else_=ibis.null("boolean"),
            ),
            NOT_AUTHOR,
            fix="Have a clinician complete the next plan. A peer helps the participant say their goals in their own words.",
            who=SUPERVISOR,
        ),
    ),
)

RULES = (reviewed,)
