"""Earning a credential: IL-ICB-2 and IL-ICB-3."""

from datetime import date

import ibis
from ibis import _

from alongside.facts.tables import credential_application, personnel_record
from alongside.law import Rule, after, must, should

from .questions import question
from .sources import APPLICATION_LIST, CREDENTIAL_COMPARISON, CREDENTIAL_PROCESS, SUCCESS_PROGRAM

HOLDER = "staff member and supervisor"
LEAST_HOURS, ACCREDITED_HOURS = 100, 110
OPEN_MONTHS = 12
DUTY_PERCENT = 51


applied = Rule(
    id="IL-ICB-2",
    name="An application to the Illinois Certification Board",
    about=credential_application,
    cite=CREDENTIAL_PROCESS.at("Application", "up to 1 year"),
    since=date(2018, 8, 1),
    dated_by=_.asked_on,
    unsettled=(question(9), question(16)),
    facts=({"open_to": after(_.opened_on, months=OPEN_MONTHS)},),
    changes_on=after(_.open_to, days=1),
    criteria=(
        should(
            "IL-ICB-2",
            "be complete within a year of being opened (by {open_to}; complete {completed_on})",
            _.completed_on.fill_null(_.asked_on) <= _.open_to,
            CREDENTIAL_PROCESS.at("Application", "up to 1 year"),
            fix="Ask the Board whether it is still open; if not, open a new one.",
            who=HOLDER,
        ),
        must(
            "IL-ICB-2.hours",
            "show the hours of training the Board asks for ({training_hours}; 100 by one text, 110 by another)",
            ibis.ifelse(_.training_hours < LEAST_HOURS, _.completed_on.isnull(), True),
            CREDENTIAL_COMPARISON.at("Training hours", "100"),
            SUCCESS_PROGRAM.at("Accredited programs", "110"),
            unless=_.training_hours.isnull(),
            decide=(_.training_hours >= LEAST_HOURS) & (_.training_hours < ACCREDITED_HOURS),
            question=question(16),
            fix="Ask the Board which number counts: 100 by the comparison of credentials, 110 for accredited programs.",
            who=HOLDER,
        ),
    ),
)

counted = Rule(
    id="IL-ICB-3",
    name="Work that counts toward a credential",
    about=personnel_record,
    cite=APPLICATION_LIST.at("Position", "51%"),
    since=date(2018, 8, 1),
    dated_by=_.asked_on,
    missing=("Record what the paper is.", HOLDER),
    applies=_.kind == "job_description",
    criteria=(
        should(
            "IL-ICB-3",
            "show at least 51 percent of recovery support among the duties ({recovery_support_percent} percent)",
            _.recovery_support_percent >= DUTY_PERCENT,
            APPLICATION_LIST.at("Position", "51%"),
            fix="Look at the duties: by less than 51 percent the hours may not count.",
            who=HOLDER,
        ),
    ),
)

RULES = (
    applied,
    counted,
)
