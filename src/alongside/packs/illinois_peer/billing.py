"""May this service be billed to mental-health Medicaid? The Q & A's questions 1 to 4, in their order.

Every must decides about billing; a should that is not held is the second answer: billable, and out of the role.
"""

from datetime import date
from typing import Any

import ibis
from ibis import _

from alongside.facts.tables import service
from alongside.law import Criterion, Rule, cannot, chosen, must, should

from .gathering import gather, look
from .on_the_plan import PLAN, PLAN_LOOKS, PLANNED
from .questions import question
from .quotes import AS_QMHP, CPRS_NOTHING, IN_ROLE, IS_MHP, LISTED, NOT_SHOULD, SIGNING, SUPERVISED, TOP
from .readings import (
    ASSIGNED,
    CLINICAL,
    CONTRACTORS,
    CURRENT,
    DOCUMENTED,
    GROUPS,
    LPHA_SHOWN,
    LPHA_TOP,
    REVIEW_OVERDUE,
    SIGNED_OFF,
    SINCE,
)
from .sources import BEHAVIORAL, GUIDE_2007, RULE_140, RULE_140_MHP
from .who_gave_it import (
    ABOVE,
    AS_MHP,
    BILLED,
    EVER,
    ON_THE_DAY,
    OUTSIDE,
    PEER_CREDENTIALS,
    QMHP,
    RANK,
    ROLE,
    SIGNED,
    job,
    told,
)

SUPERVISOR = "supervisor"
BILLER = "biller"
GIVER = "whoever gave the service"
CLINICAL_KINDS = ("iatp", "therapy")
GROUP_A = ("iatp",)
NOT_GROUP_A = ("act",)

LOOKS = gather(
    ("service_id", "participant_id", "staff_id", "kind", "served_on", "asked_on"),
    ON_THE_DAY,
    EVER,
    ABOVE,
    SIGNED,
    look(job, "staff_id", engagement=_.engagement.max(), provider_kind=_.provider_kind.max()),
    *PLAN_LOOKS,
)
_is_lpha = (_.billed_under == "lpha").fill_null(False) & chosen(LPHA_TOP, "nobody")
_is_cprs = (_.billed_under == "cprs").fill_null(False)
_is_practice = (_.provider_kind == "independent_practitioner").fill_null(False)
# Somebody who is or was a peer and bills by another qualification.
_was_peer = _.was_crss | _.was_cfpp | _.was_cprs
_is_peer_now = _.is_crss | _.is_cfpp
_is_mhp = ibis.cases(
    ((_.highest >= QMHP) | _is_peer_now, True),
    ((_.highest == QMHP - 1) & _was_peer, _.is_assigned_mhp),
    (_.highest == QMHP - 1, True),
    (_.is_untold, ibis.null("boolean")),
    else_=False,
)
_is_qualified = ibis.cases(
    (_.billed_under == "crss", _.is_crss),
    (_.billed_under == "cfpp", _.is_cfpp),
    (_.billed_under == "mhp", _is_mhp),
    (_.billed_rank > 0, told(_.highest >= _.billed_rank, _.is_untold)),
    (_.billed_under.isnull(), ibis.null("boolean")),
    else_=False,
)
_bills_as_peer = (_.billed_under.isin(AS_MHP) | ((_.billed_under == "mhp") & _is_peer_now)) & ~_.has_another_route
_is_group_told = _.kind.isin([*GROUP_A, *NOT_GROUP_A])
# Where no supervisor is of a higher tier the line before says so, and this one asks for the LPHA alone.
_is_led_by_nobody_higher = ~(_.supervisor_rank > _.billed_rank).fill_null(False) & _.supervisor_rank_led.notnull()
_is_dual_qmhp = (_.billed_under == "qmhp") & (_is_peer_now | _.is_cprs)
_is_given_as_peer = _.given_as.isin(PEER_CREDENTIALS)


def _asks(id: str, sentence: str, holds: Any, *cites: Any, fix: str, who: str = SUPERVISOR, **more: Any) -> Criterion:
    return must(id, sentence, holds, *cites, fix=fix, who=who, **more)


CHAIN = (
    _asks(
        "IL-CHAIN-1",
        "be supervised by somebody of a higher tier than it is billed under ({billed_under})",
        ibis.ifelse(
            _.billed_rank.isnull() & (_.supervisors > 0),
            ibis.null("boolean"),
            told(_.supervisor_rank > _.billed_rank, _.is_supervisor_untold),
        ),
        SUPERVISED,
        unless=_is_lpha,
        fix="Record the supervisor of that day with what qualifies them. A supervisor of the same tier is not enough.",
    ),
    _asks(
        "IL-CHAIN-2",
        "have a chain of supervision that ends with an LPHA",
        ibis.ifelse(
            _.billed_rank.isnull() & (_.supervisors > 0),
            ibis.null("boolean"),
            told((_.supervisor_rank_led > _.billed_rank) | _is_led_by_nobody_higher, _.is_top_untold),
        ),
        TOP,
        unless=_is_lpha,
        fix="Record who supervises up to the LPHA, each with their days, and the LPHA's license in force that day.",
    ),
    _asks(
        "IL-CHAIN-3",
        "be signed off by somebody of a higher tier (signed off {signed_off_on})",
        ibis.ifelse(
            _.billed_rank.isnull() & _.signed_off_on.notnull(),
            ibis.null("boolean"),
            told(_.signer_rank > _.billed_rank, _.is_signer_untold),
        ),
        SIGNING,
        unless=_is_lpha,
        fix="Have a supervisor of a higher tier read it and sign it off, on the day of the service or later.",
    ),
)
TIER = (
    _asks(
        "IL-TIER-1",
        "be given by somebody qualified that day for what it is billed under ({billed_under}; certified to {certified_to})",
        _is_qualified,
        RULE_140_MHP.at("(b), MHP", "current ICB certification"),
        IS_MHP,
        unless=_is_cprs,
        decide=_.billed_under.isin(OUTSIDE),
        question=question(1),
        fix="Record the role it was given in, and the certificate, license, degree or assignment in force that day. With none it is not billed under it.",
    ),
    cannot(
        "IL-TIER-2",
        "be billed on a CPRS, which bills nothing in mental-health Medicaid ({billed_under})",
        _.billed_under != "cprs",
        CPRS_NOTHING,
        fix="Take it off the claim. Only another qualification, in whose role the service was given, could bill it.",
        who=BILLER,
    ),
    should(
        "IL-TIER-2.other",
        "be told apart from peer work, where a CPRS bills it by another qualification",
        ~(_.is_cprs & (_.billed_under != "cprs").fill_null(True)),
        CPRS_NOTHING,
        IN_ROLE,
        fix="Keep the role of each service on its note, so that peer work is never billed under the other qualification.",
        who=SUPERVISOR,
    ),
)
IN_A_ROLE = (
    should(
        "IL-ROLE-1",
        "be billed in the role it was given in (given as {given_as}, billed under {billed_under})",
        (_.billed_under == _.given_as) | ((_.billed_under == "mhp") & _.given_as.isin(AS_MHP)),
        IN_ROLE,
        fix="Bill it under the role in which it was given.",
        who=BILLER,
    ),
    _asks(
        "IL-ROLE-2",
        "meet all clinical requirements with clinical functions performed, where a QMHP who is also a peer bills as QMHP",
        _.has_clinical_requirements & ibis.ifelse(_is_given_as_peer, _.is_clinical.fill_null(False), _.is_clinical),
        AS_QMHP,
        unless=~_is_dual_qmhp.fill_null(False),
        fix="Record whether clinical functions were performed and the requirements met. Peer work is billed as an MHP's.",
        who=GIVER,
    ),
    should(
        "IL-ROLE-3",
        "be peer work rather than clinical work, where a CRSS or CFPP bills it on that credential",
        ~(_.kind.isin(CLINICAL_KINDS).fill_null(False) | _.is_clinical),
        NOT_SHOULD,
        unless=~_bills_as_peer.fill_null(False),
        fix="Record whether clinical functions were performed. If so, talk the role over: what Medicaid allows is not always a peer's work.",
        who=SUPERVISOR,
    ),
)
EMPLOYMENT = (
    _asks(
        "IL-EMP-1",
        "be given by an employee of the center or clinic ({engagement})",
        _.engagement == "employee",
        RULE_140.at("(b)(2)", "employee"),
        unless=_is_practice | (_.billed_under == "peer_support_worker").fill_null(False),
        decide=(_.engagement == "contractor") & chosen(CONTRACTORS, "a person decides"),
        question=question(13),
        fix="Record how they are engaged, with the papers that show it. Somebody under contract is not billed.",
        who="program coordinator",
    ),
    _asks(
        "IL-EMP-1.group",
        "be a Group A service, where an independent practitioner gives it ({kind})",
        ibis.ifelse(_.kind.isnull(), ibis.null("boolean"), _.kind.isin(GROUP_A)),
        BEHAVIORAL.at("Independent practitioners", "Group A"),
        GUIDE_2007.at("Service list", "assessment, psychological evaluation, treatment plan"),
        unless=~_is_practice,
        decide=~_is_group_told,
        question=question(15),
        fix="Bill only Group A services. Which services those are now, 140.452 says.",
        who=BILLER,
    ),
)

may_bill = Rule(
    id="IL",
    name="May this service be billed to mental-health Medicaid?",
    about=service,
    cite=LISTED,
    since=date(2018, 8, 1),
    dated_by=_.served_on,
    missing=("Record the day of the service, and what is to pay for it.", GIVER),
    needs=("service.funding", "service.served_on", "service_plan.completed_on", "plan_line.kind", "supervision.supervisor_id", "sign_off.decision",),
    readings=(
        SINCE, CURRENT, ASSIGNED, DOCUMENTED, LPHA_SHOWN, LPHA_TOP, SIGNED_OFF, CONTRACTORS, GROUPS, REVIEW_OVERDUE, CLINICAL,
    ),
    unsettled=(question(1), question(4), question(5), question(6), question(15)),
    facts=(LOOKS, ROLE, BILLED, RANK, *PLANNED),
    applies=_.funding == "mental_health_medicaid",
    criteria=(*PLAN, *TIER, *CHAIN, *IN_A_ROLE, *EMPLOYMENT),
)  # fmt: skip

RULES = (may_bill,)
