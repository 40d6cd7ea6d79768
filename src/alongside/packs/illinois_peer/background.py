"""What is looked up about somebody upon hire: IL-HR-2."""

from datetime import date

from ibis import _

from alongside.facts.tables import personnel_record, staff
from alongside.law import Rule, cannot, must, tally

from .papers import BY_NOW, WORKS, on_file
from .readings import SINCE
from .sources import RULE_132_55

AGENCY = "program coordinator"
CHECKS = ("worker_registry", "background_act", "sanctions_list")


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
            _.kind.isin(CHECKS) & BY_NOW,
            registry_checks=on_file("worker_registry"),
            act_checks=on_file("background_act"),
            list_checks=on_file("sanctions_list"),
            findings=_.is_substantiated.fill_null(False).sum(),
        ),
    ),
    applies=WORKS,
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

RULES = (checked,)
