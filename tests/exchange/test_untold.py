"""What a file has no column for is not asked of it, and said once: a column nobody keeps is no duty not met."""

import io
import json

import openpyxl
import pytest

from alongside.cli import main
from alongside.exchange.check import as_json, check
from alongside.exchange.report_html import html
from alongside.exchange.report_pdf import pdf
from alongside.exchange.report_xlsx import xlsx
from alongside.exchange.terminal import console, print_report
from alongside.exchange.untold import not_asked
from alongside.facts.tables import TABLES
from alongside.packs import PACKS

from .tracker import ON, PARTICIPANTS, member, person, rows_of, session, workbook

PACK = PACKS["wisconsin_crs"]
NO_DOCUMENTS = "The file tells nothing of assessments or service plans."


def without(*headings):
    """A tracker whose participants' sheet lacks these columns."""
    kept = [heading for heading in PARTICIPANTS if heading not in headings]
    people = {"CRS Participants": rows_of(kept, [person()])}
    return workbook((), [member()], [session()], **people)


def checked_file(tmp_path, content):
    path = tmp_path / "tracker.xlsx"
    path.write_bytes(content)
    return check(path, ON, pack="wisconsin_crs")


@pytest.fixture
def short(tmp_path):
    return checked_file(tmp_path, without("Last assessment", "Last service plan"))


def test_rules_about_columns_that_are_not_there_are_left_out(short):
    answered = {answer.rule for answer in short.answers}

    assert answered.isdisjoint({"PLAN-1", "PLAN-2", "PLAN-3", "PLAN-8"})
    assert {"ELG-1", "ELG-2", "ELG-3", "ELG-4", "TRN-1", "TRN-2"} <= answered


def test_each_reason_is_said_once_with_the_rules_it_keeps_out(short):
    said = json.loads(as_json(short))["not_asked"]
    reasons = [one["reason"] for one in said]

    assert {"rules": ["PLAN-1", "PLAN-2", "PLAN-3", "PLAN-8"], "reason": NO_DOCUMENTS} in said
    assert len(reasons) == len(set(reasons))


def test_a_blank_cell_is_still_asked_about(tmp_path):
    people = [person(**{"Last assessment": None, "Last service plan": None})]
    whole = checked_file(tmp_path, workbook(people, [member()], [session()]))

    assert {"PLAN-2", "PLAN-3"} <= {answer.rule for answer in whole.answers}


def test_a_column_alone_that_is_not_there_is_named(tmp_path):
    checked = checked_file(tmp_path, without("Screen result"))

    assert "ELG-3" not in {answer.rule for answer in checked.answers}
    assert "Not asked: ELG-3. The file has no column for whether it found the person functionally eligible." in map(
        str, checked.not_asked
    )


def test_without_a_training_log_nobodys_training_is_not_met(tmp_path):
    def no_log(book):
        del book["Training Log"]

    checked = checked_file(tmp_path, workbook([person()], [member()], change=no_log))

    assert {answer.rule for answer in checked.answers}.isdisjoint({"TRN-1", "TRN-2"})
    assert any(str(one) == "Not asked: TRN-1. The file tells nothing of training." for one in checked.not_asked)


def test_a_folder_without_a_table_is_not_asked_about_it(tmp_path):
    (tmp_path / "participant.csv").write_text("medicaid_id,born_on\n1000000001,1990-01-02\n")
    (tmp_path / "enrollment.csv").write_text("participant_id,enrolled_on\n1000000001,2025-01-02\n")

    checked = check(tmp_path, ON, pack="wisconsin_crs")

    assert {"ELG-1"} <= {answer.rule for answer in checked.answers}
    assert {answer.rule for answer in checked.answers}.isdisjoint({"ELG-2", "PLAN-2", "TRN-1"})


def test_every_report_says_what_was_not_asked(short, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    terminal = io.StringIO()
    print_report(short, console(terminal))
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx(short)))["How it was read"]

    assert NO_DOCUMENTS in terminal.getvalue()
    assert NO_DOCUMENTS in html(short)
    assert any(NO_DOCUMENTS in str(row[0]) for row in sheet.iter_rows(values_only=True))
    assert pdf(short).startswith(b"%PDF")


def test_the_command_prints_it(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    path = tmp_path / "tracker.xlsx"
    path.write_bytes(without("Last assessment", "Last service plan"))
    main(["check", str(path), "--on", str(ON)])

    assert f"Not asked: PLAN-1, PLAN-2, PLAN-3, PLAN-8. {NO_DOCUMENTS}" in capsys.readouterr().out


@pytest.mark.django_db
def test_an_import_says_that_these_rules_are_answered_from_the_records(program_a):
    from alongside.exchange.importing import plan_import, read_for_import

    content = io.BytesIO(without("Last assessment", "Last service plan"))
    plan = plan_import(read_for_import(content, "tracker.xlsx", program=program_a, on=ON), program_a, on=ON)

    said = f"{NO_DOCUMENTS} PLAN-1, PLAN-2, PLAN-3, PLAN-8: answered from what is recorded."
    assert [note for note in plan.notes if note.startswith(NO_DOCUMENTS)] == [said]
    assert not any("incident" in note for note in plan.notes)


@pytest.mark.parametrize("rule", PACK.rules, ids=lambda rule: rule.id)
def test_what_a_rule_needs_is_in_the_data_dictionary(rule):
    columns = {f"{table.name}.{column}" for table in TABLES.values() for column in table.columns}

    assert {option for need in rule.needs for option in need.split(" or ")} <= columns


def test_a_file_that_tells_everything_is_asked_everything():
    everything = {f"{table.name}.{column}" for table in TABLES.values() for column in table.columns}

    assert not_asked(PACK, everything) == []
    assert [one.rules for one in not_asked(PACK, everything - {"coverage.plan"})] == [("ELG-2",)]
