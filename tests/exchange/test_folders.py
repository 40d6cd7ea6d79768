"""A folder of CSV or Parquet files by the data dictionary."""

import datetime
from decimal import Decimal

import duckdb
import pytest

from alongside.exchange.problems import Refused
from alongside.exchange.reading import read_path

from .tracker import ON

STAFF = "staff_id,staff_number,started_on,ended_on\ns1,S001,2026-06-11,\n"
TRAINING = "training_id,staff_id,topic,hours,held_on\nt1,s1,updates,1.5,2026-07-05\n"
SERVICES = (
    "service_id,participant_id,staff_id,kind,served_on,started_at,stopped_at,unit,charged_amount\n"
    "v1,p1,s1,clss,2026-07-06,2026-07-06 22:30,2026-07-07 00:15,fifteen_minutes,0.00\n"
)
PEOPLE = "participant_id,medicaid_id,born_on\np1,0123456789,1980-03-16\n"


def folder(tmp_path, **files):
    for name, text in files.items():
        (tmp_path / name.replace("__", ".")).write_text(text)
    return tmp_path


def test_tables_are_read_as_they_are(tmp_path):
    reading = read_path(folder(tmp_path, participant__csv=PEOPLE, staff__csv=STAFF, training__csv=TRAINING), ON)

    assert reading.rejected == []
    assert reading.tables["training"][0]["hours"] == Decimal("1.5")
    assert reading.tables["participant"][0]["born_on"] == datetime.date(1980, 3, 16)
    assert reading.place("training", "t1") == ("training.csv", 2)


def test_parquet_says_the_same_as_csv(tmp_path):
    source = folder(tmp_path, participant__csv=PEOPLE, staff__csv=STAFF, training__csv=TRAINING)
    other = tmp_path / "parquet"
    other.mkdir()
    for name, types in (("participant", ", types={'medicaid_id': 'VARCHAR'}"), ("staff", ""), ("training", "")):
        rows = f"SELECT * FROM read_csv('{source}/{name}.csv'{types})"
        duckdb.sql(f"COPY ({rows}) TO '{other}/{name}.parquet'")

    assert read_path(other, ON).tables == read_path(source, ON).tables


REFUSED_ROWS = {
    "an id too short": ("participant__csv", PEOPLE.replace("0123456789", "123456789"), "B2", "9 digits"),
    "no date": ("participant__csv", PEOPLE.replace("1980-03-16", "3/16/1980"), "C2", "3/16/1980"),
    "a day of another age": ("staff__csv", STAFF.replace("2026-06", "0026-06"), "C2", "0026-06-11"),
    "born in the future": ("participant__csv", PEOPLE.replace("1980", "2031"), "C2", "2031"),
    "a key twice": ("participant__csv", PEOPLE + "p1,0123456780,1980-03-16\n", "A3", "p1"),
    "no number": ("staff__csv", STAFF.replace("S001", ""), "B2", "nothing"),
    "a stranger": ("training__csv", TRAINING.replace("s1", "s9"), "B2", "s9"),
    "an unknown word": ("training__csv", TRAINING.replace("updates", "FH updates"), "C2", "FH updates"),
    "no hours": ("training__csv", TRAINING.replace("1.5", "many"), "D2", "many"),
    "a time of a clock elsewhere": ("service__csv", SERVICES.replace("22:30", "22:30+02:00"), "F2", "22:30+02:00"),
    "no time": ("service__csv", SERVICES.replace("2026-07-06 22:30", "half past ten"), "F2", "half past ten"),
    "a charge below nothing": ("service__csv", SERVICES.replace("0.00", "-1"), "I2", "-1"),
    "endless charges": ("service__csv", SERVICES.replace("0.00", "inf"), "I2", "inf"),
    "given by a stranger": ("service__csv", SERVICES.replace("s1", "s9"), "C2", "s9"),
    "endless hours": ("training__csv", TRAINING.replace("1.5", "inf"), "D2", "inf"),
}


@pytest.mark.parametrize("trouble", REFUSED_ROWS)
def test_rows_refused(tmp_path, trouble):
    name, text, cell, found = REFUSED_ROWS[trouble]
    files = {"participant__csv": PEOPLE, "staff__csv": STAFF, "training__csv": TRAINING} | {name: text}
    reading = read_path(folder(tmp_path, **files), ON)

    problem = reading.rejected[0]
    assert (problem.sheet, problem.cell) == (name.replace("__", "."), cell)
    assert found in problem.found


def test_yes_and_no_and_beds(tmp_path):
    more = {
        "discharge__csv": (
            "discharge_id,participant_id,is_planned,has_summary\nd1,p1,TRUE,no\nd2,p1,,\nd3,p1,perhaps,\n"
        ),
        "residence__csv": "participant_id,setting,beds\np1,cbrf,8\np1,cbrf,8.5\np1,cbrf,0\n",
    }
    reading = read_path(folder(tmp_path, participant__csv=PEOPLE, **more), ON)

    discharges = [(d["is_planned"], d["has_summary"]) for d in reading.tables["discharge"]]
    assert discharges == [(True, False), (None, None)]
    assert [r["beds"] for r in reading.tables["residence"]] == [8]
    assert [p.cell for p in reading.rejected] == ["C3", "C4", "C4"]


def test_other_files_are_passed_over_and_said(tmp_path):
    reading = read_path(folder(tmp_path, staff__csv=STAFF, trainings__csv=TRAINING, readme__txt="x"), ON)

    assert len(reading.notes) == 1
    assert reading.notes[0].startswith("trainings.csv is not named after a table")
    assert reading.notes[0].endswith("Is it meant as “training”?")


REFUSED_FOLDERS = {
    "empty": ({}, "no file of a table"),
    "two of one table": ({"staff__csv": STAFF, "Staff__tsv": STAFF}, "Two files are of the table staff"),
    "an unknown heading": ({"staff__csv": STAFF.replace("ended_on", "gone_on")}, "gone_on"),
    "a needed heading": ({"staff__csv": STAFF.replace("staff_number", "staff_numbr")}, "Is it “staff_numbr”?"),
    "a heading twice": ({"staff__csv": STAFF.replace("ended_on", "started_on")}, "started_on"),
    "no rows": ({"staff__csv": STAFF.split("\n")[0] + "\n"}, "No file has a row"),
    "no Parquet": ({"staff__parquet": "PAR1 but not really"}, "is no Parquet file"),
    "an empty file": ({"staff__csv": ""}, "nothing but blanks"),
}


@pytest.mark.parametrize("trouble", REFUSED_FOLDERS)
def test_folders_refused(tmp_path, trouble):
    files, said = REFUSED_FOLDERS[trouble]

    with pytest.raises(Refused) as refused:
        read_path(folder(tmp_path, **files), ON)

    assert said in str(refused.value)


def test_a_folder_answers_like_any_tracker(tmp_path):
    from alongside.exchange.check import check

    source = folder(tmp_path, participant__csv=PEOPLE, staff__csv=STAFF, training__csv=TRAINING)
    checked = check(source, ON, pack="wisconsin_crs")
    answers = {(a.rule, a.subject): a.answer for a in checked.answers}

    assert answers["TRN-1", "S001"] == "not met"
    assert ("ELG-2", "0123456789") not in answers
    assert any("ELG-2" in one.rules for one in checked.not_asked)


def test_times_are_the_programs_own(tmp_path):
    from alongside.exchange.check import check

    source = folder(tmp_path, participant__csv=PEOPLE, staff__csv=STAFF, service__csv=SERVICES)

    assert read_path(source, ON).tables["service"][0]["started_at"] == datetime.datetime.fromisoformat(
        "2026-07-06 22:30"
    )
    (answer,) = [a for a in check(source, ON, pack="wisconsin_crs").answers if a.rule == "BIL"]
    assert (answer.facts["minutes"], answer.facts["started_at"].hour) == (105, 22)
