"""What the treatment plan has to show for a service: IL-PLAN-1 to IL-PLAN-5, criteria of the rule on billing."""

import ibis
from ibis import _

from alongside.facts.plans import plan_by_day
from alongside.facts.tables import credential, plan_line, plan_review
from alongside.law import after, chosen, its, must, should

from .gathering import look
from .questions import question
from .quotes import HAS_PLAN, LISTED, NOT_AUTHOR
from .readings import REVIEW_OVERDUE
from .sources import PLANNING
from .who_gave_it import PEER_CREDENTIALS, told

SUPERVISOR = "supervisor"
BILLER = "biller"
GIVER = "whoever gave the service"
CLINICIAN = "the participant's clinician"
REVIEW_DAYS = 180
CERTIFIED_MONTHS = 12
CRISIS = ("crisis_intervention", "crisis_stabilization", "mobile_crisis")

_covers = (_.starts_on.isnull() | (_.starts_on <= its.served_on)) & (_.ends_on.isnull() | (_.ends_on >= its.served_on))
_by_then = (_.completed_on <= its.served_on).fill_null(False)
_is_by_peer = _.author_role.isin([*PEER_CREDENTIALS, "peer_support_worker"])
PLAN_LOOKS = (
    look(
        plan_by_day,
        "participant_id",
        undated_plans=_.completed_on.isnull().sum(),
        planned_on=_.completed_on.max(where=_by_then),
        told_author_on=_.completed_on.max(where=_by_then & _.author_role.notnull()),
        peer_author_on=_.completed_on.max(where=_by_then & _is_by_peer),
    ),
    look(plan_review, "participant_id", _.reviewed_on <= its.served_on, reviewed_on=_.reviewed_on.max()),
    look(
        plan_line,
        "participant_id",
        _covers & (_.kind == its.kind),
        lines_of_no_plan=_.service_plan_id.isnull().sum(),
        listed_on=_.planned_on.max(where=_.planned_on <= its.served_on),
    ),
    look(credential, "staff_id", (_.kind == "im_cans") & (_.issued_on <= its.served_on), im_cans_on=_.issued_on.max()),
)
PLANNED = (
    # Engines take the greatest of the days that are known: without a plan nothing was looked at.
    {
        "looked_at_on": ibis.ifelse(
            _.planned_on.isnull(), ibis.null("date"), ibis.greatest(_.planned_on, _.reviewed_on.fill_null(_.planned_on))
        )
    },
    {"review_by": after(_.looked_at_on, days=REVIEW_DAYS)},
    {"is_overdue": (_.served_on > _.review_by).fill_null(False)},
)
# A line that names no plan stands in the one in force.
_is_listed = (_.listed_on == _.planned_on) | (_.planned_on.notnull() & (_.lines_of_no_plan > 0))
_is_peers_plan = ibis.cases(
    (_.peer_author_on == _.planned_on, True), (_.told_author_on == _.planned_on, False), else_=ibis.null("boolean")
)
_is_older = _.im_cans_on < after(_.served_on, months=-CERTIFIED_MONTHS)

PLAN = (
    must(
        "IL-PLAN-1",
        "be for a participant who had a treatment plan on {served_on} (plan of {planned_on})",
        told(_.planned_on.notnull(), _.undated_plans > 0),
        HAS_PLAN,
        decide=_.kind.isin(CRISIS) & _.planned_on.isnull(),
        question=question(5),
        fix="If there was a plan that day, record it with the day it was completed. Without one a peer may not bill.",
        who=CLINICIAN,
    ),
    must(
        "IL-PLAN-2",
        "be listed on that plan ({kind})",
        told(_is_listed, _.planned_on.isnull() & (_.undated_plans > 0)),
        LISTED,
        decide=_.kind.isin(CRISIS) & _.planned_on.isnull(),
        question=question(5),
        fix="If the plan of that day lists the service, record its line. A service the plan does not list is not billed.",
        who=CLINICIAN,
    ),
    should(
        "IL-PLAN-3",
        "be planned by somebody other than a peer in a peer's role",
        ~_is_peers_plan,
        NOT_AUTHOR,
        unless=_.planned_on.isnull(),
        fix="Record who completed the plan. Where a peer did, have a clinician complete the next one: a peer helps the participant say their goals in their own words.",
        who=SUPERVISOR,
    ),
    should(
        "IL-PLAN-4",
        "be given while the plan's review is not overdue (last looked at {looked_at_on}, again by {review_by})",
        _.served_on <= _.review_by,
        PLANNING.at("Review", "180 days"),
        unless=_.planned_on.isnull(),
        fix="Review and update the plan with the participant, and record the day.",
        who=CLINICIAN,
    ),
    must(
        "IL-PLAN-4.billing",
        "be left to a person where the review was overdue and the program chose so",
        ~_.is_overdue | chosen(REVIEW_OVERDUE, "warn"),
        PLANNING.at("Review", "180 days"),
        decide=_.is_overdue & chosen(REVIEW_OVERDUE, "a person decides"),
        question=question(5),
        fix="Decide whether the service is billed though the review was overdue.",
        who=BILLER,
    ),
    must(
        "IL-PLAN-5",
        "be made with the IM+CANS, where it is an IATP",
        _.has_im_cans,
        PLANNING.at("IM+CANS", "IM+CANS"),
        unless=(_.kind != "iatp").fill_null(False),
        fix="Record whether the IM+CANS was used. Without the approved tool an IATP is not paid.",
        who=GIVER,
    ),
    must(
        "IL-PLAN-5.certificate",
        "be made by somebody certified for the IM+CANS within the year (certified {im_cans_on})",
        ibis.ifelse(_.im_cans_on.isnull(), ibis.null("boolean"), ~_is_older),
        PLANNING.at("IM+CANS", "annual certification"),
        unless=(_.kind != "iatp").fill_null(False),
        decide=_is_older,
        question=question(5),
        fix="Record the IM+CANS certificate in force that day. What an older one does to the claim no text read here says.",
        who=SUPERVISOR,
    ),
)
