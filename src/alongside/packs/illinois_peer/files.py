"""What is kept of and known about everybody who works: IL-TIER, IL-HR-1, IL-HR-2 and IL-OIG-2."""

from datetime import date
from typing import Any

import ibis
from ibis import _

from alongside.facts.tables import personnel_record, role_assignment, staff
from alongside.facts.tiers import RANKS, qualified
from alongside.law import Criterion, Rule, after, cannot, its, must, tally

from .questions import question
from .readings import ASSIGNED, CURRENT, DOCUMENTED, LPHA_SHOWN, SINCE
from .sources import IS_MHP, RULE_50_TRAINING, RULE_132_55, RULE_140_MHP

AGENCY = "program coordinator"
SUPERVISOR = "supervisor"
REVIEW_MONTHS = 12
TRAINING_MONTHS = 24
CHECKS = ("worker_registry", "background_act", "sanctions_list")
_works = ~(_.ended_on < _.asked_on).fill_null(False) & ~(_.started_on > _.asked_on).fill_null(False)
_by_now = (_.dated_on <= its.asked_on).fill_null(False)
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
    readings=(SINCE, CURRENT, ASSIGNED, DOCUMENTED, LPHA_SHOWN),
    unsettled=(question(1),),
    facts=(
        tally(
            qualified,
            "staff_id",
            _today,
            highest=_.rank.max(),
            highest_to=_.to_on.max(where=_.rank > 0),
            is_untold=(_.rank.isnull() & (_.route != "nothing")).any(),
            is_crss=(_.route == "crss").any(),
            is_cfpp=(_.route == "cfpp").any(),
            is_cprs=(_.route == "cprs").any(),
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
    applies=_works & (_.assigned > 0),
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


def _on_file(kind: str) -> Any:
    return (_.kind == kind).sum()


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
            training_papers=_on_file("training_log"),
            descriptions=_on_file("job_description"),
        ),
        tally(
            personnel_record,
            "staff_id",
            (_.kind == "performance_review") & _by_now,
            review_on=_.dated_on.max(),
        ),
        {"review_again_by": after(_.review_on, months=REVIEW_MONTHS)},
        {"first_review_by": after(_.started_on, months=REVIEW_MONTHS)},
    ),
    applies=_works,
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

checked = Rule(
    id="IL-HR-2",
    name="Background checks upon hire",
    about=staff,
    cite=RULE_132_55.at("132.55(b)", "upon hire"),
    since=date(2018, 8, 1),
    dated_by=_.asked_on,
    readings=(SINCE,),
    needs=("personnel_record.kind",),
    facts=(
        tally(
            personnel_record,
            "staff_id",
            _.kind.isin(CHECKS) & _by_now,
            registry_checks=_on_file("worker_registry"),
            act_checks=_on_file("background_act"),
            list_checks=_on_file("sanctions_list"),
            findings=_.is_substantiated.fill_null(False).sum(),
        ),
    ),
    applies=_works,
    criteria=(
        *(
            must(
                f"IL-HR-2.{id}",
                f"be checked against {words}",
                found > 0,
                RULE_132_55.at("132.55(b)", quote),
                fix="Make the check and file its result.",
                who=AGENCY,
            )
            for id, words, found, quote in (
                ("registry", "the Health Care Worker Registry", _.registry_checks, "Health Care Worker Registry"),
                ("act", "the Background Check Act", _.act_checks, "Background Check Act"),
                ("list", "the HFS OIG sanctions list", _.list_checks, "HFS OIG sanctions list"),
            )
        ),
        cannot(
            "IL-HR-2",
            "be employed with a substantiated finding of abuse or neglect",
            _.findings == 0,
            RULE_132_55.at("132.55(b)", "a substantiated abuse/neglect finding bars employment in any capacity"),
            fix="End the employment: such a finding bars it in any capacity.",
            who=AGENCY,
        ),
    ),
)

trained = Rule(
    id="IL-OIG-2",
    name="Rule 50 training at hire and every two years",
    about=staff,
    cite=RULE_50_TRAINING.at("Training", "every 2 years"),
    since=date(2018, 8, 1),
    dated_by=_.asked_on,
    readings=(SINCE,),
    needs=("personnel_record.kind", "personnel_record.dated_on"),
    facts=(
        tally(
            personnel_record,
            "staff_id",
            (_.kind == "rule_50_training") & _by_now,
            trained_on=_.dated_on.max(),
        ),
        {"train_by": after(_.trained_on, months=TRAINING_MONTHS)},
    ),
    applies=_works,
    due=_.train_by,
    due_in_words="again within two years",
    criteria=(
        must(
            "IL-OIG-2",
            "have Rule 50 training within the last two years (last on {trained_on}, again by {train_by})",
            ibis.ifelse(_.trained_on.isnull(), False, _.asked_on <= _.train_by),
            RULE_50_TRAINING.at("Training", "every 2 years"),
            fix="Hold the training and file it.",
            who=SUPERVISOR,
        ),
    ),
)

RULES = (tier, kept, checked, trained)
