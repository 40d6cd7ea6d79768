"""Whose answer would be another if a figure changed, before it does; rows of before the day stay as they are."""

import json

import pytest

from alongside.cli import main
from alongside.packs import PACKS
from alongside.packs.figures import figures_of

PACK = PACKS["wisconsin_crs"]


@pytest.fixture
def world(tmp_path):
    """Two oversights, the first named before the change and the second on its day."""
    rows = [
        {"oversight_id": "O1", "title": "of 2026", "participant_count": 25, "sample_count": 5,
         "sample_named_on": "2026-12-31"},
        {"oversight_id": "O2", "title": "of 2027", "participant_count": 25, "sample_count": 5,
         "sample_named_on": "2027-01-01"},
    ]  # fmt: skip
    file = tmp_path / "world.json"
    file.write_text(json.dumps({"documentation_oversight": rows}), "utf-8")
    return file


def run(capsys, *arguments):
    status = main(["impact", *map(str, arguments)])
    return status, capsys.readouterr()


def test_who_flips_is_listed_and_who_is_of_before_is_not(world, capsys):
    status, said = run(capsys, world, "--rule", "OVS-1", "--set", "PERCENT=30", "--since", "2027-01-01")

    assert status == 1
    assert "PERCENT 20 to 30 since 1 January 2027. 1 of 2 answers would be another." in said.out
    assert "of 2027: met, then not met" in said.out
    assert "of 2026:" not in said.out


def test_as_data_with_both_answers_and_their_sentences(world, capsys):
    _, said = run(capsys, world, "--rule", "ovs-1", "--set", "percent=30", "--since", "2027-01-01", "--json")
    (flip,) = json.loads(said.out)["flips"]

    assert "be 5 of 25" in flip["now"]["criteria"][0]["sentence"]
    assert "be 8 of 25" in flip["then"]["criteria"][0]["sentence"]


def test_nobody_flips_where_nothing_changes(world, capsys):
    status, said = run(capsys, world, "--rule", "OVS-1", "--set", "PERCENT=20", "--since", "2027-01-01")

    assert status == 0
    assert "0 of 2 answers" in said.out


@pytest.mark.parametrize(
    ("arguments", "said_of"),
    [
        (("--rule", "OVS-1", "--set", "DAYS=3"), "PERCENT=20"),
        (("--rule", "OVS-1"), "PERCENT=20"),
        (("--rule", "NO-1", "--set", "DAYS=3"), "No pack has this rule"),
        (("--rule", "OVS-1", "--set", "PERCENT=30", "--since", "2020-01-01"), "a day after"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_what_there_is(world, capsys, arguments, said_of):
    status, said = run(capsys, world, *arguments)

    assert status == 2
    assert said_of in said.err


def test_a_tracker_is_asked_too(capsys, tmp_path):
    (tmp_path / "staff.csv").write_text("staff_id,staff_number,started_on\nS1,S1,2027-01-02\n", "utf-8")
    (tmp_path / "training.csv").write_text("training_id,staff_id,topic,hours,held_on\n", "utf-8")

    status, said = run(capsys, tmp_path, "--rule", "TRN-1", "--set", "HOURS=12", "--since", "2027-01-01")

    assert status == 0
    assert "TRN-1" in said.out


@pytest.mark.parametrize("rule", PACK.rules, ids=lambda rule: rule.id)
def test_every_rule_tells_its_figures(rule):
    assert all(isinstance(value, int) for value in figures_of(PACK, rule).values())
