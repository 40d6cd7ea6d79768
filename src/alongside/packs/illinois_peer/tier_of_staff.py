"""The Medicaid tier of a staff member on a day, and by what: IL-TIER."""

from datetime import date

import ibis
from ibis import _

from alongside.facts.tables import role_assignment, staff
from alongside.facts.tiers import RANKS, qualified
from alongside.law import Rule, after, its, must, tally

from .papers import WORKS
from .questions import question
from .quotes import IS_MHP
from .readings import ASSIGNED, CURRENT, DOCUMENTED, LPHA_SHOWN, SINCE
from .sources import RULE_140_MHP

SUPERVISOR = "supervisor"
_today = (_.from_on <= its.asked_on) & (_.to_on >= its.asked_on)
_in_tier = ibis.cases(
    *((_.role == role, rank) for role, rank in RANKS.items()),
    (_.role.isin(["crss", "cfpp"]), RANKS["mhp"]),
    else_=0,
).cast("int32")

tier = Rule(
    id="IL-TIER",
    name="The Medicaid tier of a staff member, and by what",
    about=staff,
    cite=IS_MHP,
    since=date(2018, 8, 1),
    dated_by=_.asked_on,
    needs=("role_assignment.role",),
    readings=(SINCE, CURRENT, ASSIGNED, DOCUMENTED, LPHA_SHOWN),
    unsettled=(question(1),),
    facts=(
        tally(
            qualified,
            "staff_id",
            _today,
            highest=_.rank.max(),
            highest_to=_.to_on.max(where=_.rank > 0),
            is_untold=_.rank.isnull().any(),
            is_crss=(_.route == "crss").any(),
            is_cfpp=(_.route == "cfpp").any(),
            is_degree=_.route.isin(["degree", "degree_and_experience"]).any(),
        ),
        tally(
            role_assignment,
            "staff_id",
            (_.starts_on.isnull() | (_.starts_on <= its.asked_on)) & (_.ends_on.isnull() | (_.ends_on >= its.asked_on)),
            assigned=_in_tier.max(),
            as_crss=(_.role == "crss").any(),
            as_cfpp=(_.role == "cfpp").any(),
        ),
        {
            "tier": ibis.cases(*((_.highest == rank, name) for name, rank in RANKS.items()), else_=ibis.null("string")),
            "by": ibis.cases(
                (_.highest == RANKS["lpha"], "a license"),
                (_.highest == RANKS["qmhp"], "the provider's assignment"),
                (_.is_crss, "CRSS"),
                (_.is_cfpp, "CFPP"),
                (_.is_degree, "a degree"),
                (_.highest == RANKS["mhp"], "another certificate or license"),
                (_.highest == RANKS["rsa"], "the provider's assignment"),
                else_="nothing in force",
            ),
            "ends_on": ibis.ifelse(_.highest_to < ibis.date(2199, 12, 31), _.highest_to, ibis.null("date")),
        },
    ),
    applies=WORKS & (_.assigned > 0),
    changes_on=after(_.ends_on, days=1),
    criteria=(
        must(
            "IL-TIER",
            "be qualified for the tier of their role ({tier}, by {by}, to {ends_on})",
            ibis.cases(
                (_.as_crss & ~_.is_crss, False),
                (_.as_cfpp & ~_.is_cfpp, False),
                (_.highest >= _.assigned, True),
                (_.is_untold, ibis.null("boolean")),
                else_=False,
            ),
            RULE_140_MHP.at("(b), MHP", "current ICB certification"),
            IS_MHP,
            fix="Record the certificate, license or degree in force, or end the role.",
            who=SUPERVISOR,
        ),
    ),
)


RULES = (tier,)
