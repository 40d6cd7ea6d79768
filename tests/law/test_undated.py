"""A row without its day is facts missing, with a step that says which day; a row older than the page does not apply."""

from datetime import date

import pytest

from alongside.packs import PACKS

from .passing import CHOICES, ON, WORLDS
from .people import ask_each

PACK = PACKS["wisconsin_crs"]
# Where the day a row is judged by is recorded. The other rules are judged by the day asked, which is always known.
DATED_IN = {
    "TRN-1": ("staff", "started_on"),
    "TRN-3": ("exemption", "requested_on"),
    "PLAN-1": ("enrollment", "enrolled_on"),
    "PLAN-2": ("enrollment", "enrolled_on"),
    "PLAN-3": ("enrollment", "enrolled_on"),
    "PLAN-4": ("service_plan", "completed_on"),
    "PLAN-5": ("service_plan", "completed_on"),
    "SET-3": ("assessment", "completed_on"),
    "IPS": ("employment", "wanted_on"),
    "NOTE": ("service", "served_on"),
    "BIL": ("service", "served_on"),
    "BIL-TRN": ("service", "served_on"),
    "MON-3": ("invoice_line", "served_on"),
    "OVS-2": ("documentation_oversight", "announced_on"),
    "POA-1": ("plan_of_action", "issued_on"),
    "POA-2": ("plan_of_action", "issued_on"),
    "CAP-1": ("plan_of_action", "issued_on"),
    "CAP-2": ("corrective_action_plan", "opened_on"),
    "CAP-3": ("corrective_action_plan", "opened_on"),
    "CAP-4": ("corrective_action_plan", "opened_on"),
    "DSC-1": ("discharge", "discharged_on"),
    "DSC-2": ("discharge", "discharged_on"),
    "DSC-3": ("discharge", "discharged_on"),
    "DSC-4": ("discharge", "discharged_on"),
    "DSC-6": ("discharge", "discharged_on"),
    "DSC-8": ("discharge", "discharged_on"),
    "DSC-9": ("discharge", "discharged_on"),
}
CHOSEN = {**CHOICES, "PLAN-4": {"meeting_in_person": "still"}}
YEARS_EARLIER = 20


def answer_in(rule_id, tables, on=ON):
    (answers,) = ask_each(PACK.rule(rule_id), {"one": tables}, on, CHOSEN.get(rule_id)).values()
    found = [a for a in answers if a.root == "one"]
    assert len({a.answer for a in found}) == 1, "rows of one world are alike here"
    return found[0]


def years_earlier(tables):
    return {
        table: [
            {c: v.replace(year=v.year - YEARS_EARLIER) if isinstance(v, date) else v for c, v in row.items()}
            for row in rows
        ]
        for table, rows in tables.items()
    }


@pytest.mark.parametrize("rule_id", DATED_IN)
def test_an_undated_row_is_facts_missing_and_the_step_says_which_day(rule_id):
    table, column = DATED_IN[rule_id]
    undated = {**WORLDS[rule_id], table: [{**row, column: None} for row in WORLDS[rule_id][table]]}

    answer = answer_in(rule_id, undated)

    assert answer.answer == "facts missing"
    assert answer.next_step
    assert answer.who


@pytest.mark.parametrize("rule_id", [rule.id for rule in PACK.rules])
def test_what_happened_before_the_first_version_does_not_apply(rule_id):
    answer = answer_in(rule_id, years_earlier(WORLDS[rule_id]), ON.replace(year=ON.year - YEARS_EARLIER))

    assert answer.answer == "does not apply"
    assert answer.next_step == ""


@pytest.mark.parametrize("rule_id", [rule.id for rule in PACK.rules])
def test_a_refusal_says_what_to_do_and_who_can(rule_id):
    """With nothing recorded beyond the person, whatever is owed or missing comes with a step and with who takes it."""
    tables = {table: [{}] for table in WORLDS[rule_id] if table in ("participant", "staff")}
    about = PACK.rule(rule_id).about.name
    if about not in tables:
        tables[about] = [{"discharge": {"discharge_id": "D1"}, "packet": {"number": "2026-1"}}.get(about, {})]
    if about == "progress_note":
        tables |= {"service": [{"service_id": "V1"}], about: [{"service_id": "V1"}]}

    answer = answer_in(rule_id, tables)

    if answer.answer not in ("met", "does not apply"):
        assert answer.next_step
        assert answer.who
    else:
        assert answer.next_step == "" or answer.advice
