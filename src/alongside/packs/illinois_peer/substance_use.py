"""May this substance-use service be billed, to Medicaid or to the grant? IL-SUD-1 to IL-SUD-8.

Peer recovery support is what Medicaid pays since 1 October 2024, recovery support what the grant pays.
"""

from dataclasses import replace
from datetime import date

import ibis
from ibis import _
from ibis.expr.types import Table

from alongside.facts.tables import claim, coverage, provider_approval, service, staff, treatment_episode
from alongside.facts.tiers import qualified
from alongside.law import Rule, after, cannot, chosen, its, must, should

from .gathering import gather, look
from .questions import question
from .quotes import ONLY_INDIVIDUALS
from .readings import CURRENT
from .readings_of_peers import SAME_STAFF, SUD_CRSS
from .sources import GRANT_RECOVERY, PEER_RECOVERY, RULE_2060, RULE_2090
from .who_gave_it import held, told

BILLER = "biller"
SUPERVISOR = "supervisor"
GIVER = "whoever gave the service"
PAID_SINCE = date(2024, 10, 1)
PAID_MONTHS = 12
TREATMENT = ("substance_use_treatment", "early_intervention")
# Who may treat: the list of 2060.320(a).
TREATING = (
    "cadc", "lpc", "lcpc", "physician", "clinical_psychologist", "lsw", "lcsw", "lmft", "psychiatric_nurse",
    "psychiatric_physician_assistant",
)  # fmt: skip

_covers = (_.starts_on.isnull() | (_.starts_on <= its.served_on)) & (_.ends_on.isnull() | (_.ends_on >= its.served_on))


def _with_licenses(jobs: Table) -> Table:
    """Where somebody works, with each approval the provider has."""
    given = provider_approval.stored
    of = given.select(of_provider=given.provider_id, kind=given.kind, starts_on=given.starts_on, ends_on=given.ends_on)
    jobs = jobs.drop("ended_on")
    return jobs.left_join(of, jobs.provider_id == of.of_provider).drop("of_provider")


licensed = replace(staff, derived=_with_licenses)
LOOKS = gather(
    ("service_id", "participant_id", "staff_id", "served_on"),
    look(
        qualified,
        "staff_id",
        (_.from_on <= its.served_on) & (_.to_on >= its.served_on),
        is_cprs=held("cprs"),
        is_crss=held("crss"),
        is_treating=held(*TREATING),
        is_excepted=held("supr_exception"),
    ),
    look(treatment_episode, "participant_id", episodes=_.count()),
    look(treatment_episode, "participant_id", _covers, is_in_treatment=_.treatment_episode_id.notnull().any()),
    look(coverage, "participant_id", coverage_checks=_.count()),
    look(coverage, "participant_id", _covers, is_covered=(_.plan == "medicaid").any()),
    look(
        service,
        "participant_id",
        (_.staff_id == its.staff_id) & _.kind.isin(TREATMENT),
        treated_by_same=_.count(),
    ),
    look(claim, "service_id", paid_on=_.paid_on.min()),
    look(
        licensed,
        "staff_id",
        works_for=_.provider_id.nunique(),
        licenses=((_.kind == "supr_license") & _covers).fill_null(False).sum(),
    ),
)

_by_medicaid = _.funding == "substance_use_medicaid"
_by_grant = (_.funding == "grant").fill_null(False)
_is_support = (_.kind == "peer_recovery_support").fill_null(False)
_is_paid_support = _is_support & _by_medicaid.fill_null(False)
_is_grant_support = (_.kind == "recovery_support").fill_null(False) & _by_grant
_is_treatment = _.kind.isin(TREATMENT).fill_null(False)
_is_alone = ibis.cases(
    ((_.modality == "group") | (_.attendee_count > 1), False),
    ((_.modality == "individual") | (_.attendee_count == 1), True),
    else_=ibis.null("boolean"),
)
_separates = chosen(SAME_STAFF, "both") | _by_grant

may_bill = Rule(
    id="IL-SUD",
    name="May this substance-use service be billed?",
    about=service,
    cite=PEER_RECOVERY.at("Dates of service", "on/after 1 Oct 2024"),
    since=date(2020, 3, 1),
    dated_by=_.served_on,
    missing=("Record the day of the service, its kind and what is to pay for it.", GIVER),
    needs=(
        "service.funding",
        "service.served_on",
        "credential.kind",
    ),
    readings=(CURRENT, SUD_CRSS, SAME_STAFF),
    unsettled=(question(6), question(7), question(8)),
    facts=(LOOKS, {"pay_by": after(_.served_on, months=PAID_MONTHS)}),
    applies=ibis.ifelse(
        _.funding == "grant",
        ibis.ifelse(_.kind.isnull(), ibis.null("boolean"), _.kind.isin(["recovery_support", "peer_recovery_support"])),
        _by_medicaid,
    ),
    changes_on=after(_.pay_by, days=1),
    criteria=(
        must(
            "IL-SUD-1",
            "be given on 1 October 2024 or later, where Medicaid is to pay for peer recovery support ({served_on})",
            _.served_on >= PAID_SINCE,
            PEER_RECOVERY.at("Dates of service", "on/after 1 Oct 2024"),
            unless=~_is_paid_support,
            fix="Bill it to the grant: Medicaid pays for services from 1 October 2024 on.",
            who=BILLER,
        ),
        must(
            "IL-SUD-2",
            "be for a participant who was in substance-use treatment on {served_on}",
            _.is_in_treatment,
            PEER_RECOVERY.at("Payment", "only for patients receiving SUD treatment"),
            unless=~_is_paid_support,
            fix="If the treatment went on that day, record its days. Before and after treatment Medicaid does not pay for it.",
            who=BILLER,
        ),
        must(
            "IL-SUD-2.provider",
            "be given by a provider with a SUPR license in force that day",
            ibis.ifelse(_.works_for == 0, ibis.null("boolean"), _.licenses > 0),
            PEER_RECOVERY.at("Payment", "licensed and grant-funded SUD treatment provider"),
            unless=~_is_paid_support,
            fix="Record the provider's SUPR license with its days.",
            who=BILLER,
        ),
        must(
            "IL-SUD-3",
            "be given to one person at a time ({modality}, {attendee_count} present)",
            _is_alone,
            ONLY_INDIVIDUALS,
            unless=~_is_paid_support,
            fix="Record whether it was one person or a group. A group is not billed: take it off the claim.",
            who=BILLER,
        ),
        must(
            "IL-SUD-3.who",
            "be given by a CPRS whose certification is in force that day",
            ibis.ifelse(_.staff_id.isnull(), ibis.null("boolean"), _.is_cprs),
            ONLY_INDIVIDUALS,
            unless=~_is_paid_support,
            decide=_.is_crss & ~_.is_cprs & chosen(SUD_CRSS, "a person decides"),
            question=question(7),
            fix="Record the CPRS in force that day. For a CRSS, ask HFS what its notice of 4 September 2024 says.",
            who=SUPERVISOR,
        ),
        cannot(
            "IL-SUD-4",
            "be billed to the grant for somebody Medicaid covers ({kind})",
            ~told(_.is_covered, _.coverage_checks == 0),
            PEER_RECOVERY.at("Payment", "must bill Medicaid"),
            unless=~(_is_support & _by_grant & (_.served_on >= PAID_SINCE).fill_null(True)),
            fix="Bill Medicaid. The grant pays for people without coverage: record the coverage that was found.",
            who=BILLER,
        ),
        must(
            "IL-SUD-5",
            "be given by one of the listed professional staff, where it is treatment or early intervention",
            ibis.ifelse(_.staff_id.isnull(), ibis.null("boolean"), _.is_treating),
            RULE_2060.at("2060.320(a)", "CADC, LPC/LCPC, physician, clinical psychologist"),
            unless=~_is_treatment,
            fix="Record the license in force that day. CRSS and CPRS are not on the list.",
            who=SUPERVISOR,
        ),
        must(
            "IL-SUD-6",
            "be given by a CPRS or CRSS, or by somebody SUPR made an exception for, where the grant pays for recovery support",
            ibis.ifelse(_.staff_id.isnull(), ibis.null("boolean"), _.is_cprs | _.is_crss | _.is_excepted),
            GRANT_RECOVERY.at("item 1", "CPRS or CRSS"),
            unless=~_is_grant_support,
            fix="Record the certification in force that day, or the exception SUPR granted.",
            who=SUPERVISOR,
        ),
        should(
            "IL-SUD-7",
            "be given by somebody other than who treats the same participant ({treated_by_same} services of treatment)",
            _.treated_by_same == 0,
            GRANT_RECOVERY.at("item 2", "should not be delivered by the same staff to the same patient"),
            unless=~(_is_grant_support | (_is_paid_support & _separates)),
            fix="Have another peer give the recovery support.",
            who=SUPERVISOR,
        ),
        must(
            "IL-SUD-8",
            "be paid within 12 months of the service (by {pay_by}; paid {paid_on})",
            _.paid_on.fill_null(_.asked_on) <= _.pay_by,
            RULE_2090.at("2090.35(b)", "paid within 12 months"),
            unless=_by_grant,
            fix="Only an error in processing makes an exception. Ask SUPR, with what shows the error.",
            who=BILLER,
        ),
    ),
)

RULES = (may_bill,)
