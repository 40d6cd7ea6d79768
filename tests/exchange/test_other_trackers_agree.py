"""Trackers of the same shape with other people and other trouble agree with an oracle that shares no code."""

import json

import pytest

from alongside.cli import main

from .invented import TOPICS, county

KINDS = {"PLAN-2": "annual recertification", "PLAN-3": "six-month update"}
CONDITIONS = {"age": "ELG-1", "coverage": "ELG-2", "screen": "ELG-3", "residence": "ELG-4"}


@pytest.fixture(scope="module", params=range(3))
def tracker(request, tmp_path_factory):
    """An invented county with what the command says of it."""
    from contextlib import redirect_stdout

    folder = tmp_path_factory.mktemp("county")
    made = county(request.param)
    made.save(folder / "county.xlsx")
    with (folder / "said.json").open("w") as out, redirect_stdout(out):
        main(["check", str(folder / "county.xlsx"), "--on", "2026-11-20", "--json"])
    return made, json.loads((folder / "said.json").read_text())


def by_rule(said):
    return {(a["rule"], a["subject"]): a for a in said["answers"] if a["about"] in ("participant", "staff")}


def next_update(answers, who):
    ahead = [answers[rule, who] for rule in KINDS]
    ahead = [a for a in ahead if a["due"] and a["due"] > "2026-11-20" and a["answer"] != "does not apply"]
    soonest = min(ahead, key=lambda a: a["due"], default=None)
    return soonest and (soonest["due"], KINDS[soonest["rule"]])


def test_participants_agree(tracker):
    made, said = tracker
    answers = by_rule(said)
    ours = {
        who: {name: answers[rule, who]["answer"] for name, rule in CONDITIONS.items()}
        | {"next": next_update(answers, who)}
        for rule_, who in answers
        if rule_ == "ELG-1"
    }

    assert ours == made.participants


def test_staff_agree(tracker):
    made, said = tracker
    ours = {
        who: {
            "due": a["due"],
            "hours": a["facts"]["hours"],
            "missing": sorted(topic for topic in TOPICS if not a["facts"][topic]),
            "answer": a["answer"],
        }
        for (rule, who), a in by_rule(said).items()
        if rule == "TRN-1"
    }

    assert ours == made.members


def test_exactly_the_bad_rows_are_rejected(tracker):
    made, said = tracker

    assert {(p["sheet"], p["row"]) for p in said["rejected"]} == made.rejected
