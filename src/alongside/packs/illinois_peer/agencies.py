"""What an agency has to be and to have: IL-ORG-1 to IL-ORG-3."""

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
from .sources import RULE_132_70, RULE_132_80, RULE_132_QA, TABLE_N

AGENCY = "program coordinator"
DECIDED_DAYS = 90
ATTESTED_MONTHS = 12
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

chartered = Rule(
    id="IL-ORG-2",
    name="A CMHC is nonprofit or local government",
    about=provider,
    cite=RULE_132_70.at("Summary", "nonprofit or local-government bodies"),
    since=date(2018, 8, 1),
    dated_by=_.asked_on,
    missing=("Record what sort of agency it is.", AGENCY),
    readings=(SINCE,),
    applies=(_.kind == "cmhc") & _stays,
    criteria=(
        must(
            "IL-ORG-2",
            "be a nonprofit or a body of local government",
            _.is_nonprofit_or_government,
            RULE_132_70.at("Summary", "nonprofit or local-government bodies"),
            fix="Record the charter. A company such as an LLC cannot be a CMHC.",
            who=AGENCY,
        ),
    ),
)

approved = Rule(
    id="IL-ORG-3",
    name="Approval of a program, attested each year",
    about=provider_approval,
    cite=TABLE_N.at("Attestation", "Annual attestation"),
    since=date(2018, 8, 1),
    dated_by=_.asked_on,
    missing=("Record what was asked for.", AGENCY),
    readings=(SINCE,),
    facts=(
        {"decide_by": after(_.asked_for_on, days=DECIDED_DAYS)},
        {"attest_by": after(_.attested_on, months=ATTESTED_MONTHS)},
    ),
    applies=(_.kind == "program_approval") & ~(_.ends_on < _.asked_on).fill_null(False),
    due=ibis.ifelse(_.decided_on.isnull(), ibis.null("date"), _.attest_by),
    due_in_words="attested again within a year",
    changes_on=after(_.decide_by, days=1),
    criteria=(
        must(
            "IL-ORG-3",
            "be attested within the last year (on {attested_on}, again by {attest_by})",
            ~(_.asked_on > _.attest_by),
            TABLE_N.at("Attestation", "Annual attestation"),
            unless=_.decided_on.isnull(),
            fix="Attest again, and record the day.",
            who=AGENCY,
        ),
        must(
            "IL-ORG-3.decision",
            "be decided within 90 days of enrollment (asked for {asked_for_on}, by {decide_by}; decided {decided_on})",
            _.decided_on.fill_null(_.asked_on) <= _.decide_by,
            TABLE_N.at("Decision", "90 days"),
            fix="Ask the state for its decision, and record it. There is a right to appeal.",
            who="the state",
        ),
    ),
)

RULES = (overseen, chartered, approved)
