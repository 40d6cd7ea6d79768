"""What a personnel file holds: IL-HR-1."""

from datetime import date
from typing import Any

import ibis
from ibis import _

from alongside.facts.tables import personnel_record, staff
from alongside.law import Criterion, Rule, after, must, tally

from .papers import BY_NOW, WORKS, on_file
from .readings import SINCE
from .sources import RULE_132_55

AGENCY = "program coordinator"
REVIEW_MONTHS = 12


def _kept(id: str, sentence: str, holds: Any, fix: str) -> Criterion:
    return must(id, sentence, holds, RULE_132_55.at("132.55(a)", _QUOTES[id]), fix=fix, who=AGENCY)


_QUOTES = {
    "IL-HR-1.education": "education, experience, licence, certification",
    "IL-HR-1.engagement": "hire/termination dates and employee-or-contractor status",
    "IL-HR-1.review": "performance review in last 12 months",
    "IL-HR-1.training": "training/CEU records",
    "IL-HR-1.job": "job description for every position",
}

kept = Rule(
    id="IL-HR-1",
    name="The personnel file is whole",
    about=staff,
    cite=RULE_132_55.at("132.55(a)", "every paid or unpaid staff member"),
    since=date(2018, 8, 1),
    dated_by=_.asked_on,
    readings=(SINCE,),
    needs=("personnel_record.kind",),
    facts=(
        tally(
            personnel_record,
            "staff_id",
            education_papers=_.kind.isin(["education", "work_experience", "license_or_certification"]).sum(),
            training_papers=on_file("training_log"),
            descriptions=on_file("job_description"),
        ),
        tally(
            personnel_record,
            "staff_id",
            (_.kind == "performance_review") & BY_NOW,
            review_on=_.dated_on.max(),
        ),
        {"review_again_by": after(_.review_on, months=REVIEW_MONTHS)},
        {"first_review_by": after(_.started_on, months=REVIEW_MONTHS)},
    ),
    applies=WORKS,
    changes_on=after(ibis.coalesce(_.review_again_by, _.first_review_by), days=1),
    criteria=(
        _kept(
            "IL-HR-1.education",
            "show education, experience, license or certification",
            _.education_papers > 0,
            "File what shows education, experience, license or certification.",
        ),
        _kept(
            "IL-HR-1.engagement",
            "show the day of hire and how they are engaged ({started_on}, {engagement})",
            _.started_on.notnull() & _.engagement.notnull(),
            "Record the day of hire, and whether they are an employee or a contractor.",
        ),
        _kept(
            "IL-HR-1.review",
            "show a performance review of the last 12 months (last on {review_on})",
            ibis.ifelse(
                _.review_on.isnull(),
                (_.asked_on <= _.first_review_by).fill_null(False),
                _.asked_on <= _.review_again_by,
            ),
            "Review the performance with them and file it.",
        ),
        _kept(
            "IL-HR-1.training",
            "show training and continuing education",
            _.training_papers > 0,
            "File the record of training.",
        ),
        _kept("IL-HR-1.job", "hold a job description", _.descriptions > 0, "File the job description of the position."),
    ),
)

RULES = (kept,)
