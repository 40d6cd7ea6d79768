"""The sample tracker on the command line says what an independent oracle says of it, cell by cell."""

import json
from pathlib import Path

import pytest

from alongside.cli import main

DATA = Path(__file__).parents[1] / "data"
ON = "2026-11-20"
ELIGIBILITY = {"age": "ELG-1", "coverage": "ELG-2", "screen": "ELG-3", "residence": "ELG-4"}
KINDS = {"PLAN-2": "annual recertification", "PLAN-3": "six-month update"}
TOPICS = ("updates", "statutes", "civil_rights", "documentation", "confidentiality", "patient_rights", "recovery")


@pytest.fixture(scope="module")
def expected():
    return json.loads((DATA / "county-tracker.expected.json").read_text())


@pytest.fixture(scope="module")
def said(tmp_path_factory):
    """What the command prints as JSON, with its exit status."""
    from contextlib import redirect_stdout

    out = tmp_path_factory.mktemp("out") / "said.json"
    with out.open("w") as stream, redirect_stdout(stream):
        status = main(["check", str(DATA / "county-tracker.xlsx"), "--on", ON, "--json"])
    return json.loads(out.read_text()) | {"status": status}


@pytest.fixture(scope="module")
def by_rule(said):
    return {(a["rule"], a["subject"]): a for a in said["answers"] if a["about"] in ("participant", "staff")}


def test_every_participant_of_the_expected_file_is_answered_about_and_nobody_else(by_rule, expected):
    subjects = {subject for rule, subject in by_rule if rule == "ELG-1"}

    assert subjects == set(expected["participants"])


@pytest.mark.parametrize("condition", ELIGIBILITY)
def test_eligibility_agrees(by_rule, expected, condition):
    ours = {who: by_rule[ELIGIBILITY[condition], who]["answer"] for who in expected["participants"]}

    assert ours == {who: facts[condition] for who, facts in expected["participants"].items()}


def next_cycle(by_rule, who):
    """The soonest plan update still ahead, with its kind."""
    answers = [by_rule[rule, who] for rule in KINDS if (rule, who) in by_rule]
    ahead = [a for a in answers if a["due"] and a["due"] > ON and a["answer"] != "does not apply"]
    soonest = min(ahead, key=lambda a: a["due"], default=None)
    return (soonest["due"], KINDS[soonest["rule"]]) if soonest else (None, None)


def test_the_next_plan_update_agrees(by_rule, expected):
    ours = {who: next_cycle(by_rule, who) for who in expected["participants"]}

    assert ours == {
        who: (facts["next_cycle_due"], facts["next_cycle_kind"]) for who, facts in expected["participants"].items()
    }


def test_training_agrees(by_rule, expected):
    ours = {}
    for who in expected["staff"]:
        answer = by_rule["TRN-1", who]
        ours[who] = {
            "started_on": answer["facts"]["started_on"],
            "due_on": answer["due"],
            "hours_in_time": answer["facts"]["hours"],
            "missing_topics": sorted(topic for topic in TOPICS if not answer["facts"][topic]),
            "answer": answer["answer"],
        }

    assert ours == expected["staff"]


def test_exactly_the_expected_rows_are_rejected(said, expected):
    rejected = {(problem["sheet"], problem["row"]) for problem in said["rejected"]}

    assert rejected == {(row["sheet"], row["row"]) for row in expected["rejected"]}


def test_each_rejected_row_names_its_cell_and_how_to_fix_it(said):
    cells = {(p["sheet"], p["row"]): p["cell"] for p in said["rejected"]}

    assert cells == {
        ("CRS Participants", 191): "D191",
        ("CRS Participants", 192): "D192",
        ("CRS Participants", 193): "N193",
        ("CRS Participants", 194): "A194",
        ("CRS Participants", 195): "A195",
        ("CRS Participants", 196): "A196",
        ("Training Log", 373): "A373",
        ("Training Log", 374): "C374",
        ("Training Log", 375): "D375",
        ("Training Log", 376): "D376",
        ("Training Log", 377): "B377",
    }
    assert all(p["found"] and p["expected"] and p["fix"] for p in said["rejected"])


def test_something_is_owed(said):
    assert said["status"] == 1


def test_every_criterion_said_is_cited(said):
    cites = [c["cite"] for a in said["answers"] for c in a["criteria"]]

    assert cites
    assert all(cite["source"] and cite["place"] and cite["quote"] for cite in cites)
