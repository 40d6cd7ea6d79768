"""Supported employment by the principles of Individual Placement and Support, IPS-1 to IPS-6, in the page's order."""

from datetime import date

import ibis
from ibis import _

from alongside.facts.tables import employment
from alongside.law import Rule, cannot, must, present, should, written

from .questions import question
from .readings import SINCE
from .sources import page

TERMS = "Terms and definitions"
SPECIALIST = "employment specialist"

# What nobody is refused or removed for.
CHARACTERISTICS = ("work_history", "hospitalization_history", "substance_use", "symptoms", "other_characteristics")
_has_no_job = _.job_started_on.isnull()
_model = page(TERMS, "Supported employment services follow the Individual Placement and Support model.")
_competitive = page(TERMS, "The focus is community jobs anyone can apply for that pay at least minimum wage.")

principles = Rule(
    id="IPS",
    name="Supported employment by Individual Placement and Support",
    about=employment,
    cite=_model,
    since=date(2018, 7, 1),
    dated_by=_.wanted_on,
    missing=("Record the day the participant said they want to work.", SPECIALIST),
    readings=(SINCE,),
    unsettled=(question(36),),
    criteria=(
        cannot(
            "IPS-1",
            "be refused or ended for history, substance use, symptoms or other characteristics (found: {ended_for})",
            ibis.ifelse(
                _.ended_on.notnull() & _.ended_for.isnull(), None, ~_.ended_for.isin(CHARACTERISTICS).fill_null(False)
            ),
            page(
                TERMS,
                "No one is removed because of prior work history, hospitalization history, substance use, symptoms, or "
                "other characteristics.",
            ),
            fix="Take the support up again: whoever wants to work is served.",
            who=SPECIALIST,
        ),
        must(
            "IPS-2.open",
            "lead to a job anyone can apply for (found: {job})",
            _.is_open_to_anyone,
            _competitive,
            _model,
            unless=_has_no_job,
            fix="Keep looking with the participant: competitive employment is the goal.",
            who=SPECIALIST,
        ),
        must(
            "IPS-2.wage",
            "lead to a job that pays at least minimum wage ({hourly_wage} an hour, minimum {minimum_wage})",
            _.hourly_wage >= _.minimum_wage,
            _competitive,
            _model,
            unless=_has_no_job,
            fix="Record both wages; where the job pays less than the minimum, keep looking with the participant.",
            who=SPECIALIST,
        ),
        should(
            "IPS-3",
            "begin the search soon after the participant said they want to work (said {wanted_on}, search from "
            "{search_started_on})",
            present(_.search_started_on),
            page(TERMS, "The job search starts soon after a participant says they want to work."),
            unless=_.ended_on.notnull(),
            fix="Begin the search with the participant and record the day.",
            who=SPECIALIST,
        ),
        cannot(
            "IPS-4",
            "ask for assessments, trainings or other work first (found: {asked_first})",
            _.asked_first.isnull() | (_.asked_first == "nothing"),
            page(TERMS, "There are no required assessments, trainings, or intermediate work experiences"),
            fix="Begin the search without it; what the participant wants to learn can go on beside it.",
            who=SPECIALIST,
        ),
        cannot(
            "IPS-5",
            "end because of a limit of time (found: {ended_for})",
            (_.ended_for != "time_limit").fill_null(True),
            page(TERMS, "Follow-along supports continue as long as the participant wants and needs support."),
            fix="Take the support up again if the participant still wants it.",
            who=SPECIALIST,
        ),
        should(
            "IPS-6.goal",
            "have the job the participant wants in their own words",
            written(_.job_goal),
            page(TERMS, "Participant preferences are important."),
            fix="Ask the participant which job they want, and write it down as they say it.",
            who=SPECIALIST,
        ),
        should(
            "IPS-6",
            "lead to a job the participant prefers (found: {job})",
            _.is_preferred,
            page(TERMS, "Choices and decisions about work and support happen based on the participant’s preferences"),
            unless=_has_no_job,
            fix="Ask the participant, and look for what they prefer.",
            who=SPECIALIST,
        ),
    ),
)

RULES = (principles,)
