"""The LPHA who oversees an agency: IL-ORG-1."""

from dataclasses import replace
from datetime import date

import ibis
from ibis import _
from ibis.expr.types import Table

from alongside.facts.tables import provider, provider_approval, staff
from alongside.facts.tiers import RANKS, qualified
from alongside.law import Rule, after, earliest, its, must, tally

from .questions import question
from .readings import LPHA_SHOWN, SINCE
from .sources import RULE_132_80, RULE_132_QA

AGENCY = "program coordinator"
_stays = ~(_.ended_on < _.asked_on).fill_null(False)


def _lphas(_people: Table) -> Table:
    """Whoever works for a provider as an LPHA, with the days of it."""
    periods, jobs = qualified.rows().drop("staff_number"), staff.stored
    top = periods.filter(periods.rank == RANKS["lpha"])
    of = jobs.select(
        who=jobs.staff_id, provider_id=jobs.provider_id, is_full_time=jobs.is_full_time, started_on=jobs.started_on
    )
    return top.join(of, top.staff_id == of.who)


lpha = replace(provider_approval, derived=_lphas)
_today = (_.from_on <= its.asked_on) & (_.to_on >= its.asked_on) & ~(_.started_on > its.asked_on).fill_null(False)

overseen = Rule(
    id="IL-ORG-1",
    name="An LPHA oversees the agency",
    about=provider,
    cite=RULE_132_80.at("(a)", "full-time LPHA"),
    since=date(2018, 8, 1),
    dated_by=_.asked_on,
    missing=("Record what sort of agency it is.", AGENCY),
    needs=(
        "provider.kind",
        "staff.provider_id",
        "credential.kind",
    ),
    readings=(SINCE, LPHA_SHOWN),
    unsettled=(question(4),),
    facts=(
        tally(
            lpha,
            "provider_id",
            _today,
            lphas=_.staff_id.nunique(),
            full_time=_.staff_id.nunique(where=_.is_full_time),
            time_untold=_.is_full_time.isnull().any(),
            next_to_on=_.to_on.min(),
        ),
        tally(
            lpha,
            "provider_id",
            (_.from_on > its.asked_on) | (_.started_on > its.asked_on),
            next_from_on=_.from_on.min(where=_.from_on > _.its_asked_on),
            next_started_on=_.started_on.min(where=_.started_on > _.its_asked_on),
        ),
        tally(
            provider_approval,
            "provider_id",
            (_.kind == "lpha_waiver")
            & (_.starts_on.fill_null(_.decided_on) <= its.asked_on)
            & (_.ends_on.isnull() | (_.ends_on >= its.asked_on)),
            waivers=_.count(),
        ),
    ),
    applies=_.kind.isin(["cmhc", "csp"]) & _stays,
    changes_on=earliest(after(_.next_to_on, days=1), _.next_from_on, _.next_started_on),
    criteria=(
        must(
            "IL-ORG-1",
            "have an LPHA on staff ({lphas} found)",
            _.lphas > 0,
            RULE_132_QA.at("Q1", "LPHA on staff"),
            RULE_132_80.at("(a)", "full-time LPHA"),
            fix="Record the LPHA who works here, with the license in force.",
            who=AGENCY,
        ),
        must(
            "IL-ORG-1.full_time",
            "have a full-time LPHA, where it is a CMHC ({full_time} found)",
            ibis.cases((_.full_time > 0, True), (_.time_untold, ibis.null("boolean")), else_=False),
            RULE_132_80.at("(a)", "full-time LPHA"),
            unless=(_.kind == "csp") | (_.waivers > 0),
            fix="Employ one full time, or ask for the good-cause waiver and record it once granted.",
            who=AGENCY,
        ),
    ),
)

RULES = (overseen,)
