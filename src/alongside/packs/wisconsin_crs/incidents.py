"""Incident reporting: INC-1 by the page and its older version, and the separate report of certain deaths (INC-6)."""

from datetime import date

import ibis
from ibis import _

from alongside.facts.tables import incident_report
from alongside.law import Rule, must, present, should

from .readings import SINCE, question
from .sources import DEATH_REPORTING, INCIDENTS_2015, page

PLACE = "Incident reporting"
AGENCY = "program coordinator"

reported = Rule(
    id="INC-1",
    name="Incident reported to the state",
    about=incident_report,
    cite=page(PLACE, "CRS providers must report incidents pertaining to health and safety"),
    since=date(2018, 7, 1),
    dated_by=_.happened_on.fill_null(_.asked_on),
    missing=("Say whether the incident touched the participant's health or safety.", AGENCY),
    readings=(SINCE,),
    unsettled=(question(15), question(16)),
    applies=_.is_health_or_safety,
    criteria=(
        must(
            "INC-1",
            "be reported to the Division of Care and Treatment Services on F-00390 (sent {state_told_at})",
            present(_.state_told_at),
            page(PLACE, "CRS providers must report incidents pertaining to health and safety"),
            page(PLACE, "Submit completed incident report forms to the Division of Care and Treatment Services."),
            fix="Complete F-00390 for this participant, send it to the Division, and record when.",
            who=AGENCY,
        ),
        should(
            "INC-1.program",
            "be told to the county or Tribal agency first (told {program_told_at})",
            present(_.program_told_at),
            INCIDENTS_2015.at("Process", "local Medicaid agency"),
            fix="Tell the county or Tribal agency and record when.",
            who="whoever saw or learned of it",
        ),
    ),
)

HOURS = 24

death = Rule(
    id="INC-6",
    name="Death reported to the Department",
    about=incident_report,
    cite=DEATH_REPORTING.at("Wis. Stat. 51.64", "24 hours"),
    since=date(2018, 7, 1),
    dated_by=_.happened_on.fill_null(_.asked_on),
    missing=("Say whether the death may relate to restraint, seclusion, psychotropic medication or suicide.", AGENCY),
    readings=(SINCE,),
    facts=({"report_by": _.learned_at + ibis.interval(hours=HOURS)},),
    applies=_.is_reportable_death.fill_null(False),
    due=_.report_by.cast("date"),
    due_in_words="within 24 hours of learning of the death, Sundays and holidays included",
    criteria=(
        must(
            "INC-6",
            "be reported on F-62470 by {report_by} (sent {death_reported_at})",
            ibis.cases(
                (_.learned_at.isnull(), ibis.null("boolean")),
                (_.death_reported_at.isnull(), False),
                else_=_.death_reported_at <= _.report_by,
            ),
            DEATH_REPORTING.at("Wis. Stat. 51.64", "24 hours"),
            fix="Send F-62470 to the Department by {report_by}. F-00390 is a second report: neither takes the other's "
            "place.",
            who=AGENCY,
        ),
    ),
)

RULES = (reported, death)
