"""Plans of action, POA-1 and POA-2, and corrective action plans, CAP-1 to CAP-4, in the page's order."""

from datetime import date

import ibis
from ibis import _

from alongside.facts.tables import corrective_action_plan, plan_of_action
from alongside.law import Rule, after, chosen, must, present, should

from .packet_days import business_days, rolled
from .questions import question
from .readings import SINCE
from .readings_of_monitoring import DRAFT_DAYS, NOTIFIED
from .readings_of_oversight import BUSINESS_DAYS
from .sources import page

POA, CAP = "Plan of action", "Corrective action plan"
COORDINATOR = "program coordinator"
DIVISION = "Division of Care and Treatment Services"
DAYS = 10

_by_a_date = _.kind == "by_a_date"
_issued = ("Record the day the plan of action was issued, and what kind it is.", DIVISION)

by_its_date = Rule(
    id="POA-1",
    name="Plan of action completed by its date",
    about=plan_of_action,
    cite=page(POA, "Submit additional information or documentation"),
    since=date(2018, 7, 1),
    dated_by=_.issued_on,
    missing=_issued,
    readings=(SINCE,),
    applies=_by_a_date,
    due=_.due_on,
    due_in_words="by the date the plan of action names",
    criteria=(
        must(
            "POA-1",
            "be completed by {due_on} (done {done_on})",
            ibis.ifelse(_.due_on.isnull(), ibis.null("boolean"), (_.done_on <= _.due_on).fill_null(False)),
            page(
                POA,
                "Submit additional information or documentation to the Division of Care and Treatment Services by a "
                "specified date.",
            ),
            fix="Send what is asked for by {due_on}, with its evidence. Help can be asked of the Division.",
            late="Send what is asked for, if it was not sent. The Division decides what follows the missed date.",
            who=COORDINATOR,
        ),
    ),
)

soon = Rule(
    id="POA-2",
    name="Improvements looked at in the next review",
    about=plan_of_action,
    cite=page(POA, "Make improvements to the materials as soon as possible"),
    since=date(2018, 7, 1),
    dated_by=_.issued_on,
    missing=_issued,
    readings=(SINCE,),
    applies=_.kind == "as_soon_as_possible",
    due=_.next_review_on,
    due_in_words="as soon as possible, and before the next review",
    criteria=(
        must(
            "POA-2",
            "be made before the next review on {next_review_on} (made {done_on})",
            ibis.cases(
                (_.next_review_on.notnull(), (_.done_on <= _.next_review_on).fill_null(False)),
                (_.done_on.notnull(), True),
                else_=ibis.null("boolean"),
            ),
            page(
                POA,
                "Make improvements to the materials as soon as possible, with the updated materials reviewed during the "
                "next review process for the CRS program.",
            ),
            fix="Make the improvements as soon as possible, and record the day. They are looked at in the next review "
            "({next_review_on}); until then nothing is late.",
            who=COORDINATOR,
        ),
    ),
)

follows = Rule(
    id="CAP-1",
    name="Whether a corrective action plan follows a missed date",
    about=plan_of_action,
    cite=page(CAP, "A plan of action was not completed by the specified date."),
    since=date(2018, 7, 1),
    dated_by=_.issued_on,
    missing=_issued,
    readings=(SINCE,),
    unsettled=(question(38),),
    applies=(_by_a_date & (_.done_on.fill_null(_.asked_on) > _.due_on)).fill_null(False),
    changes_on=after(_.due_on, days=1),
    criteria=(
        must(
            "CAP-1",
            "be decided by the Division, for the date was missed (due {due_on}, done {done_on}; {decision})",
            present(_.decision),
            page(POA, "Failure to comply with this request may result in a corrective plan of action."),
            page(CAP, "A plan of action was not completed by the specified date."),
            decide=_.decision.isnull(),
            question=question(38),
            fix="Decide whether a corrective action plan follows, and say why. None is opened by itself.",
            who=DIVISION,
        ),
    ),
)

drafted = Rule(
    id="CAP-2",
    name="Draft of the corrective action plan",
    about=corrective_action_plan,
    cite=page(CAP, "within 10 days of being notified of the concerns"),
    since=date(2018, 7, 1),
    dated_by=_.opened_on,
    missing=("Record the day the corrective action plan was opened.", DIVISION),
    readings=(SINCE, DRAFT_DAYS, NOTIFIED, BUSINESS_DAYS),
    unsettled=(question(21), question(22), question(25)),
    facts=(
        {
            "told_on": ibis.ifelse(
                chosen(NOTIFIED, "meeting"), ibis.coalesce(_.meeting_on, _.notified_on), _.notified_on
            )
        },
        {"strict_by": after(_.told_on, days=DAYS)},
        rolled("rolled_by", "strict_by"),
        business_days("business_by", "told_on", DAYS),
        {"draft_by": ibis.ifelse(chosen(DRAFT_DAYS, "business"), _.business_by, _.rolled_by)},
    ),
    applies=_.told_on.notnull() & (_.told_on <= _.asked_on),
    due=_.draft_by,
    due_in_words="within 10 days of being notified of the concerns",
    changes_on=_.told_on,
    criteria=(
        must(
            "CAP-2",
            "be drafted and sent by {draft_by} (notified {told_on}; ten days end on {strict_by}; sent {draft_sent_on})",
            (_.draft_sent_on <= _.draft_by).fill_null(False),
            page(
                CAP,
                "The CRS program must draft a plan to respond to the concerns within 10 days of being notified of the "
                "concerns.",
            ),
            fix="Write the draft and send it to the Division by {draft_by}. Help can be asked of the Division.",
            late="Send the draft, if it was not sent. The page names no consequence of a late draft.",
            who=COORDINATOR,
        ),
    ),
)

in_force = Rule(
    id="CAP-3",
    name="Corrective action plan carried out",
    about=corrective_action_plan,
    cite=page(CAP, "expected to implement the submitted plan after receiving a signed copy"),
    since=date(2018, 7, 1),
    dated_by=_.opened_on,
    missing=("Record the day the corrective action plan was opened.", DIVISION),
    readings=(SINCE,),
    unsettled=(question(22),),
    applies=_.signed_copy_on.notnull() & (_.signed_copy_on <= _.asked_on),
    changes_on=_.signed_copy_on,
    criteria=(
        should(
            "CAP-3",
            "be carried out, in force since the signed copy came on {signed_copy_on} (last step done {implemented_on})",
            (_.implemented_on >= _.signed_copy_on).fill_null(False),
            page(
                CAP,
                "The CRS program is expected to implement the submitted plan after receiving a signed copy from the "
                "Division of Care and Treatment Services.",
            ),
            fix="Carry out the steps of the plan and record the day of each. What was begun before {signed_copy_on} is "
            "welcome and does not count.",
            who=COORDINATOR,
        ),
    ),
)

_oversight = page(
    CAP,
    "The documentation oversight and/or biennial monitoring process indicates the CRS program is out of compliance",
)
_fraud = page(CAP, "There is indication of medical assistance fraud or overbilling.")

reason = Rule(
    id="CAP-4",
    name="Reason of a corrective action plan",
    about=corrective_action_plan,
    cite=page(CAP, "A corrective action plan is issued when:"),
    since=date(2018, 7, 1),
    dated_by=_.opened_on,
    missing=("Record the day the corrective action plan was opened.", DIVISION),
    readings=(SINCE,),
    criteria=(
        must(
            "CAP-4",
            "have one of the three reasons of the page (found: {reason})",
            present(_.reason),
            page(CAP, "A plan of action was not completed by the specified date."),
            _oversight,
            _fraud,
            fix="Name the reason: a plan of action missed, a program out of compliance, or a sign of fraud or "
            "overbilling.",
            who=DIVISION,
        ),
        must(
            "CAP-4.plan_of_action",
            "name the plan of action that was not completed",
            present(_.plan_of_action_id),
            page(CAP, "A plan of action was not completed by the specified date."),
            unless=(_.reason != "plan_of_action_missed").fill_null(True),
            fix="Name the plan of action. For the other two reasons none has to come before.",
            who=DIVISION,
        ),
    ),
)

RULES = (by_its_date, soon, follows, drafted, in_force, reason)
