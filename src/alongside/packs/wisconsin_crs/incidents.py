"""Incident reporting: INC-1 by the page, INC-2 to INC-4 by older pages, and the separate report of certain deaths, INC-6.

INC-5, finding patterns, is a matter of counting and asks nothing of a report.
"""

from datetime import date
from typing import Any

import ibis
from ibis import _

from alongside.facts.moments import ZONE
from alongside.facts.tables import incident_report
from alongside.law import Citation, Criterion, Rule, day_in, must, present, should, tally, written

from .questions import question
from .readings import AMENDMENT, SINCE
from .sources import DEATH_REPORTING, INCIDENTS_2015, OLD_FAQ, page

PLACE = "Incident reporting"
AGENCY = "program coordinator"
WITNESS = "whoever saw or learned of it"

_happened_on = _.happened_on.fill_null(_.asked_on)
_UNSAID = ("Say whether the incident touched the participant's health or safety.", AGENCY)
_is_reportable = _.is_health_or_safety | _.is_reportable_death.fill_null(False)

reported = Rule(
    id="INC-1",
    name="Incident reported to the state",
    about=incident_report,
    cite=page(PLACE, "CRS providers must report incidents pertaining to health and safety"),
    since=date(2018, 7, 1),
    dated_by=_happened_on,
    missing=_UNSAID,
    readings=(SINCE, AMENDMENT),
    unsettled=(question(15), question(16)),
    applies=_is_reportable & _.is_standing,
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
    ),
)


def _asks(id: str, sentence: str, holds: Any, cite: Citation, fix: str, who: str = AGENCY) -> Criterion:
    return should(id, sentence, holds, cite, fix=fix, who=who)


route = Rule(
    id="INC",
    name="The way of an incident report (older pages)",
    about=incident_report,
    cite=INCIDENTS_2015.at("Process", "local Medicaid agency"),
    since=date(2018, 7, 1),
    dated_by=_happened_on,
    missing=_UNSAID,
    readings=(AMENDMENT,),
    unsettled=(question(15), question(16)),
    facts=(tally(incident_report, "incident", _.is_standing, reported_count=_.participant_id.nunique()),),
    applies=_is_reportable & _.is_standing,
    criteria=(
        _asks(
            "INC-2",
            "be one of as many reports as participants affected ({reported_count} of {affected_count})",
            ibis.ifelse(_.affected_count.isnull(), True, _.reported_count >= _.affected_count),
            INCIDENTS_2015.at("Process", "person-specific"),
            "Write a report for each participant the incident affected.",
        ),
        _asks(
            "INC-3.learned",
            "say who saw or learned of it ({reported_by}), and when ({learned_at})",
            written(_.reported_by) & present(_.learned_at),
            INCIDENTS_2015.at("Process", "discovers"),
            "Record who saw or learned of it, and when.",
            WITNESS,
        ),
        _asks(
            "INC-3.program",
            "be told to the county or Tribal agency (told {program_told_at})",
            present(_.program_told_at),
            INCIDENTS_2015.at("Process", "local Medicaid agency"),
            "Tell the county or Tribal agency and record when.",
            WITNESS,
        ),
        _asks(
            "INC-3.order",
            "reach the county or Tribal agency before the state ({program_told_at}, then {state_told_at})",
            ibis.ifelse(
                _.state_told_at.isnull() | _.program_told_at.isnull(), True, _.program_told_at <= _.state_told_at
            ),
            INCIDENTS_2015.at("Process", "notifies and reports"),
            "Check both times. The county or Tribal agency is told first and sends the report on.",
        ),
        _asks(
            "INC-4",
            "say what was done about it",
            written(_.response),
            OLD_FAQ.at("Incidents", "acting on incident reports"),
            "Write what was done about it, and by whom.",
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
    dated_by=_happened_on,
    missing=("Say whether the death may relate to restraint, seclusion, psychotropic medication or suicide.", AGENCY),
    readings=(SINCE, AMENDMENT),
    facts=({"report_by": _.learned_at + ibis.interval(hours=HOURS)},),
    applies=_.is_reportable_death.fill_null(False) & _.is_standing,
    due=day_in(ZONE, _.report_by),
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
            page(PLACE, "CRS providers must report incidents pertaining to health and safety"),
            fix="Send F-62470 to the Department by {report_by}. F-00390 is a second report: neither takes the other's "
            "place.",
            who=AGENCY,
        ),
    ),
)

RULES = (reported, route, death)
