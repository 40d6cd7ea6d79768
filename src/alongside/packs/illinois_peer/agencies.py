"""What an agency has to be, and how its programs are approved: IL-ORG-2 and IL-ORG-3."""

from datetime import date

import ibis
from ibis import _

from alongside.facts.tables import provider, provider_approval
from alongside.law import Rule, after, must

from .readings import SINCE
from .sources import RULE_132_70, TABLE_N

AGENCY = "program coordinator"
DECIDED_DAYS = 90
ATTESTED_MONTHS = 12
_stays = ~(_.ended_on < _.asked_on).fill_null(False)


chartered = Rule(
    id="IL-ORG-2",
    name="A CMHC is nonprofit or local government",
    about=provider,
    cite=RULE_132_70.at("Summary", "nonprofit or local-government bodies"),
    since=date(2018, 8, 1),
    dated_by=_.asked_on,
    missing=("Record what sort of agency it is.", AGENCY),
    needs=(
        "provider.kind",
        "provider.is_nonprofit_or_government",
    ),
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

RULES = (
    chartered,
    approved,
)
