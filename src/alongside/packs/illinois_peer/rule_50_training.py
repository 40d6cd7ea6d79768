"""Training on abuse, neglect and exploitation: IL-OIG-2."""

from datetime import date

import ibis
from ibis import _

from alongside.facts.tables import personnel_record, staff
from alongside.law import Rule, after, must, tally

from .papers import BY_NOW, WORKS
from .readings import SINCE
from .sources import RULE_50_TRAINING

SUPERVISOR = "supervisor"
TRAINING_MONTHS = 24


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
            (_.kind == "rule_50_training") & BY_NOW,
            trained_on=_.dated_on.max(),
        ),
        {"train_by": after(_.trained_on, months=TRAINING_MONTHS)},
    ),
    applies=WORKS,
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

RULES = (trained,)
