"""Keeping a credential: IL-ICB-1."""

from datetime import date

import ibis
from ibis import _

from alongside.facts.tables import credential
from alongside.law import Rule, after, must

from .questions import question
from .readings import CURRENT
from .sources import CREDENTIAL_COMPARISON, CREDENTIAL_PROCESS

HOLDER = "staff member and supervisor"
CRSS_HOURS, CRSS_SPECIFIC, CRSS_CORE = 40, 15, 25
CPRS_HOURS, CPRS_DOMAIN, CPRS_ETHICS, CPRS_CORE = 30, 20, 6, 10
_is_crss = _.kind == "crss"

renewed = Rule(
    id="IL-ICB-1",
    name="Continuing education for the renewal",
    about=credential,
    cite=CREDENTIAL_PROCESS.at("Renewal", "biennial"),
    since=date(2018, 8, 1),
    dated_by=_.asked_on,
    missing=("Record which credential it is.", HOLDER),
    readings=(CURRENT,),
    unsettled=(question(9),),
    facts=(
        {
            "hours_needed": ibis.ifelse(_is_crss, CRSS_HOURS, CPRS_HOURS),
            "specific_needed": ibis.ifelse(_is_crss, CRSS_SPECIFIC, CPRS_DOMAIN),
            "core_needed": ibis.ifelse(_is_crss, CRSS_CORE, CPRS_CORE),
            "complete_by": ibis.ifelse(_.has_extension.fill_null(False), after(_.expires_on, months=1), _.expires_on),
            "all_hours": _.education_hours.fill_null(_.specific_hours + _.core_hours),
        },
    ),
    applies=_.kind.isin(["crss", "cprs"]) & ~(_.issued_on > _.asked_on).fill_null(False),
    due=_.complete_by,
    due_in_words="by its last day",
    criteria=(
        must(
            "IL-ICB-1",
            "come to {hours_needed} hours by {complete_by} ({all_hours} so far)",
            (_.all_hours >= _.hours_needed).fill_null(False),
            CREDENTIAL_PROCESS.at("Renewal", "CEUs"),
            CREDENTIAL_COMPARISON.at("Extension", "one month only"),
            fix="Complete the hours by {complete_by} and record them. One more month can be bought, once.",
            who=HOLDER,
        ),
        must(
            "IL-ICB-1.specific",
            "have {specific_needed} of them in the credential's own domains ({specific_hours} so far)",
            (_.specific_hours >= _.specific_needed).fill_null(False),
            CREDENTIAL_PROCESS.at("Renewal", "15 CRSS-specific + 25 core"),
            CREDENTIAL_PROCESS.at("Renewal", "20 domain"),
            fix="Complete hours in the domains of the credential.",
            who=HOLDER,
        ),
        must(
            "IL-ICB-1.ethics",
            "have 6 of them in ethics, where it is a CPRS ({ethics_hours} so far)",
            (_.ethics_hours >= CPRS_ETHICS).fill_null(False),
            CREDENTIAL_PROCESS.at("Renewal", "6 of them ethics"),
            unless=_is_crss,
            fix="Complete hours in ethics.",
            who=HOLDER,
        ),
        must(
            "IL-ICB-1.core",
            "have {core_needed} of them in core functions ({core_hours} so far)",
            (_.core_hours >= _.core_needed).fill_null(False),
            CREDENTIAL_PROCESS.at("Renewal", "core"),
            fix="Complete hours in core functions.",
            who=HOLDER,
        ),
    ),
)

RULES = (renewed,)
