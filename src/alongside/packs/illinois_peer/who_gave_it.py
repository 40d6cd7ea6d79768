"""In which role a service was given, what it is billed under, and what stands above whoever gave it."""

from dataclasses import replace
from typing import Any

import ibis
from ibis import _
from ibis.expr.types import Table

from alongside.facts.tables import credential, provider, staff
from alongside.facts.tiers import RANKS, chain, qualified, ranked_sign_off
from alongside.law import its

from .gathering import look

PEER_CREDENTIALS = ("crss", "cfpp", "cprs")
AS_MHP = ("crss", "cfpp")
LPHA, QMHP, MHP, RSA = RANKS["lpha"], RANKS["qmhp"], RANKS["mhp"], RANKS["rsa"]
OUTSIDE = ("peer_support_worker", "engagement_specialist", "substance_use_professional")

_that_day = (_.from_on <= its.served_on) & (_.to_on >= its.served_on)
# Nobody signs off what was not given yet. When an undated sign-off was made is not told. Naming the participant as well
# keeps the engine from looking through everybody's sign-offs for one person's services.
_since_then = (_.decided_on >= its.served_on).fill_null(True)
_by_now = (_.decided_on <= its.asked_on).fill_null(True)
_signed = (_.participant_id == its.participant_id) & (_.decision == "signed_off") & _since_then & _by_now


def held(*routes: str) -> Any:
    """Whether somebody is qualified by one of these routes."""
    return _.route.isin(routes).any()


def _with_agency(jobs: Table) -> Table:
    agency = provider.stored
    of = agency.select(its_agency=agency.provider_id, provider_kind=agency.kind)
    return jobs.left_join(of, jobs.provider_id == of.its_agency).drop("its_agency")


# Where somebody works, with what sort of agency it is.
job = replace(staff, derived=_with_agency)
ON_THE_DAY = look(
    qualified,
    "staff_id",
    _that_day,
    highest=_.rank.max(),
    is_untold=_.rank.isnull().any(),
    is_crss=held("crss"),
    is_cfpp=held("cfpp"),
    is_cprs=held("cprs"),
    has_another_route=((_.rank > 0) & ~_.route.isin(AS_MHP)).any(),
    is_assigned_mhp=held("as_mhp"),
    is_peer_worker=held("as_peer_support_worker"),
)
EVER = look(
    credential,
    "staff_id",
    _.kind.isin(PEER_CREDENTIALS),
    certified_to=_.expires_on.max(),
    was_crss=(_.kind == "crss").any(),
    was_cfpp=(_.kind == "cfpp").any(),
    was_cprs=(_.kind == "cprs").any(),
)
ABOVE = look(
    chain,
    "staff_id",
    _that_day,
    supervisors=_.top_id.nunique(),
    supervisor_rank=_.first_rank.max(),
    supervisor_rank_led=_.first_rank.max(where=_.top_rank == LPHA),
    is_supervisor_untold=_.first_rank.isnull().any(),
    is_top_untold=_.top_rank.isnull().any(),
)
SIGNED = look(
    ranked_sign_off,
    "service_id",
    _signed,
    signed_off_on=_.decided_on.max(),
    signer_rank=_.rank.max(),
    is_signer_untold=(_.rank.isnull() | _.decided_on.isnull()).any(),
)
# Where the role is not recorded it is what the person was that day, if they were one thing only.
_is_dual = _.has_another_route & (_.is_crss | _.is_cfpp | _.is_cprs)
_only = ibis.cases(
    (_is_dual, None),
    (_.is_crss, "crss"),
    (_.is_cfpp, "cfpp"),
    (_.highest == LPHA, "lpha"),
    (_.highest == QMHP, "qmhp"),
    (_.highest == MHP, "mhp"),
    (_.highest == RSA, "rsa"),
    (_.is_untold, None),
    (_.is_cprs, "cprs"),
    (_.is_peer_worker, "peer_support_worker"),
    (_.was_crss, "crss"),
    (_.was_cfpp, "cfpp"),
    (_.was_cprs, "cprs"),
    else_=None,
)
ROLE = {"given_as": _.role.fill_null(_only)}
BILLED = {"billed_under": _.billed_as.fill_null(_.given_as)}
RANK = {
    "billed_rank": ibis.cases(
        (_.billed_under == "lpha", LPHA),
        (_.billed_under == "qmhp", QMHP),
        (_.billed_under.isin(["mhp", *AS_MHP]), MHP),
        (_.billed_under == "rsa", RSA),
        (_.billed_under.isnull(), ibis.null("int8")),
        else_=0,
    ).cast("int32")
}


def told(yes: Any, untold: Any) -> Any:
    """Yes where it is so; not known where something behind it is not told; else no."""
    return ibis.cases((yes.fill_null(False), True), (untold, ibis.null("boolean")), else_=False)
