"""The command line is a contract: what it prints, what it exits with, and that it needs no server for it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from alongside.cli import main

from .tracker import member, session, workbook

TRACKER = Path(__file__).parents[1] / "data" / "county-tracker.xlsx"
ON = "2026-11-20"
TOPICS = (
    "FH updates", "Wis Stats 48, 51, 55", "Civil rights / ADA", "Documentation & HIPAA", "51.30 / DHS 92",
    "Patient rights", "Recovery models",
)  # fmt: skip


@pytest.fixture
def said(capsys):
    """Run the command; give its exit status, and what it printed and complained about."""

    def run(*arguments):
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as stop:
            status = stop.code
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return status, out, err

    return run


def in_order(path):
    """A tracker by which everything is met: one trained staff member."""
    path.write_bytes(workbook([], [member()], [session(topic=topic, hours=1.5) for topic in TOPICS]))
    return path


def test_everything_met_is_0(said, tmp_path):
    status, out, _ = said("check", in_order(tmp_path / "t.xlsx"), "--on", ON)

    assert status == 0
    assert "Everything that is due and could be asked is met." in out


def test_something_owed_is_1_and_unreadable_is_2(said, tmp_path):
    (tmp_path / "empty.xlsx").write_bytes(b"")

    assert said("check", TRACKER, "--on", ON)[0] == 1
    status, out, err = said("check", tmp_path / "empty.xlsx")
    assert (status, out) == (2, "")
    assert "empty.xlsx: The file is empty" in err


def test_a_rejected_row_alone_is_1(said, tmp_path):
    path = tmp_path / "t.xlsx"
    path.write_bytes(workbook([], [member()], [*(session(topic=t) for t in TOPICS), session(hours="two-ish")]))

    assert said("check", path, "--on", ON)[0] == 1


USAGE = {
    "no command": [],
    "an unknown command": ["chek"],
    "no file": ["check"],
    "an unknown option": ["check", "x.xlsx", "--fast"],
    "a date of another kind": ["check", "x.xlsx", "--on", "11/20/2026"],
    "a day of another age": ["check", "x.xlsx", "--on", "9999-12-31"],
    "an unknown engine": ["check", "x.xlsx", "--engine", "abacus"],
    "an unknown kind of report": ["check", "x.xlsx", "--report", "out.doc"],
    "a file that is not there": ["check", "nowhere.xlsx"],
    "a folder that holds nothing": ["check", "EMPTY"],
    "an unknown pack": ["check", str(TRACKER), "--pack", "ohio"],
    "an unknown rule": ["rules", "TRN-99"],
    "a mapping that is not there": ["check", str(TRACKER), "--mapping", "nowhere.toml"],
    "a world that is not there": ["ask", "TRN-1", "--world", "nowhere.json"],
    "a report nowhere": ["check", str(TRACKER), "--on", ON, "--report", "nowhere/out.html"],
    "a checkpoint that is not there": ["verify", "--checkpoint"],
}


@pytest.mark.parametrize("fault", USAGE)
def test_what_cannot_be_done_is_2_with_a_sentence(said, fault, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "EMPTY").mkdir()
    status, _, err = said(*USAGE[fault])

    assert status == 2
    assert err.strip().splitlines()[-1].startswith("alongside")
    assert err.strip().endswith(".")


def test_the_json_is_the_contract(said, tmp_path):
    path = tmp_path / "t.xlsx"
    path.write_bytes(workbook([], [member()], [session(hours="two-ish")]))
    status, out, _ = said("check", path, "--on", ON, "--json")
    given = json.loads(out)
    [answer] = given["answers"]
    [problem] = given["rejected"]

    assert (status, given["on"]) == (1, ON)
    assert {"rule", "name", "about", "subject", "answer", "due", "criteria", "next_step", "who", "facts"} <= set(answer)
    assert {"id", "kind", "sentence", "holds", "cite"} <= set(answer["criteria"][0])
    assert {"source", "place", "quote"} == set(answer["criteria"][0]["cite"])
    assert {"sheet", "row", "cell", "found", "expected", "fix"} <= set(problem)


def test_the_mapping_used_is_saved_with_what_it_did_not_know(said, tmp_path):
    path = tmp_path / "t.xlsx"
    path.write_bytes(workbook([], [member()], [session(topic="Basket weaving")]))
    said("check", path, "--on", ON, "--save-mapping", tmp_path / "m.toml")
    text = (tmp_path / "m.toml").read_text()
    assert "Training Log, Topic: “Basket weaving”" in text

    (tmp_path / "m.toml").write_text(text.replace('recovery = ["', 'recovery = ["Basket weaving", "'))
    _, out, _ = said("check", path, "--on", ON, "--mapping", tmp_path / "m.toml", "--json")

    assert json.loads(out)["rejected"] == []


def test_the_mapping_is_saved_even_where_the_file_is_refused(said, tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("a,b\n1,2\n")
    status, _, err = said("check", path, "--save-mapping", tmp_path / "m.toml")

    assert status == 2
    assert "--save-mapping FILE, edit it, --mapping FILE" in err
    assert "[sheet.headings]" in (tmp_path / "m.toml").read_text()


def test_rules_lists_the_book_and_prints_a_page(said):
    assert "TRN-1    Orientation training" in said("rules")[1]
    status, page, _ = said("rules", "trn-1")
    assert status == 0
    assert "10 hours" in page
    assert "Signed for the program" in page


def test_every_criterion_of_the_rule_book_is_cited(said):
    rules = json.loads(said("rules", "--json")[1])
    cites = [c["cite"] for rule in rules for c in rule["criteria"]]

    assert len(rules) > 10
    assert all(cite["source"] and cite["place"] and cite["quote"] for cite in cites)
    assert {"id", "name", "pack", "about", "since", "replaces", "criteria", "readings", "unsettled", "cases"} <= set(
        rules[0]
    )
    assert json.loads(said("rules", "TRN-1", "--json")[1])["id"] == "TRN-1"


def test_an_unknown_rule_is_met_with_a_near_one(said):
    assert "Did you mean TRN-1" in said("rules", "TRN1")[2]
    assert "Did you mean IL-CHAIN-1" in said("rules", "IL-CHAN-1")[2]


def world(tmp_path, **tables):
    path = tmp_path / "world.json"
    path.write_text(json.dumps(tables))
    return path


def test_any_rule_on_invented_facts(said, tmp_path):
    path = world(tmp_path, staff=[{"staff_number": "S1", "started_on": "2026-01-15"}])
    status, out, _ = said("ask", "TRN-1", "--world", path, "--on", "2026-05-01", "--json")
    [answer] = json.loads(out)

    assert status == 1
    assert (answer["subject"], answer["answer"], answer["due"]) == ("S1", "not met", "2026-04-15")
    status, out, _ = said("ask", "TRN-1", "--world", path, "--on", "2026-03-01")
    assert status == 0
    assert "TRN-1 Orientation training, S1: not yet due, due 15 April 2026" in out


WORLDS = {
    "no JSON": "{",
    "no object": "[]",
    "an unknown table": '{"people": []}',
    "an unknown column": '{"staff": [{"staff_number": "S1", "shoe": 1}]}',
    "an unknown word": '{"staff": [{"staff_number": "S1"}], "training": [{"staff_id": "S1", "topic": "hats"}]}',
    "no day": '{"staff": [{"staff_number": "S1", "started_on": "soon"}]}',
    "no rows": '{"staff": 7}',
    "rows that are none": '{"staff": [7]}',
    "depth": "[" * 100_000,
}


@pytest.mark.parametrize("fault", WORLDS)
def test_a_world_that_is_none_is_2_with_a_sentence(said, tmp_path, fault):
    path = tmp_path / "world.json"
    path.write_text(WORLDS[fault])
    status, _, err = said("ask", "TRN-1", "--world", path)

    assert status == 2
    assert err.startswith("alongside: world.json")


@pytest.mark.parametrize(
    "command",
    [["check", str(TRACKER), "--on", ON, "--json"], ["rules", "TRN-1"]],
    ids=lambda command: command[0],
)
def test_no_server_and_no_django_are_needed(command):
    code = (
        "import sys; from alongside.cli import main; main(sys.argv[1:]); "
        "sys.exit('django' in sys.modules or 'psycopg' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, check=False)

    assert ran.returncode == 0, ran.stderr[-500:]


def test_a_reader_that_stops_early_is_no_error():
    command = f"{sys.executable} -m alongside.cli check {TRACKER} --on {ON} | head -1"
    ran = subprocess.run(["sh", "-c", command], capture_output=True, check=False, text=True)

    assert ran.stdout.startswith("county-tracker.xlsx on 20 November 2026")
    assert "Traceback" not in ran.stderr


def test_spark_says_what_it_misses(said, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyspark", None)
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    status, _, err = said("check", TRACKER, "--on", ON, "--engine", "spark")

    assert status == 2
    assert "PySpark is not installed" in err
