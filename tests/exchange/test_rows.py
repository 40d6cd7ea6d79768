"""A row is taken whole or not at all, and says every problem it has."""

import datetime

import pytest

from .tracker import PARTICIPANTS, member, person, problems, read, read_people, rows_of, session, workbook


def people_of(reading):
    return [fact["medicaid_id"] for fact in reading.tables.get("participant", [])]


def test_a_row_in_good_order():
    reading = read(workbook([person()], [member()], [session()]))

    assert reading.rejected == []
    assert reading.tables["participant"] == [
        {"participant_id": "0123456789", "medicaid_id": "0123456789", "born_on": datetime.date(1980, 3, 16)}
    ]
    assert reading.tables["functional_screen"][0]["kind"] == "mh_sud"
    assert reading.tables["residence"][0] | {"residence_id": ""} == {
        "residence_id": "", "participant_id": "0123456789", "setting": "own_home", "beds": None, "license": None,
        "starts_on": None, "ends_on": None,
    }  # fmt: skip
    assert reading.tables["training"][0]["employee_name"] == "Lee Rowan"
    assert reading.place("participant", "0123456789") == ("CRS Participants", 2)
    assert reading.people["participant", "0123456789"] == "Ava Alder"


def test_every_problem_of_a_row_is_said():
    reading = read_people(
        person(ma_id="12", dob="13/45/1988", coverage="gold", cbrf_beds="many", screen_result="maybe")
    )

    assert people_of(reading) == []
    assert [cell for cell, _ in problems(reading)] == ["A2", "D2", "F2", "I2", "K2"]
    assert reading.tables == {}


def test_a_blank_cell_is_no_fact():
    reading = read_people(person(coverage="", screen_date="", screen_result="", lives_in=None, last_assessment=" "))

    assert reading.rejected == []
    assert set(reading.tables) == {"participant", "enrollment", "service_plan"}


def test_a_discharge_says_nothing_of_its_summary():
    discharge = read_people(person(discharged="2026-02-12", d_c_type="Planned ")).tables["discharge"][0]

    assert discharge["is_planned"] is True
    assert discharge["has_summary"] is None


REFUSED = {
    "no id": ({"ma_id": ""}, "A2", "nothing"),
    "born in the future": ({"dob": "2031-05-02"}, "D2", "a day still to come"),
    "born in another century": ({"dob": "1899-05-02"}, "D2", "1899"),
    "discharged before enrolled": ({"discharged": "1/2/2019"}, "N2", "1/2/2019"),
    "enrolled before birth": ({"enrolled": "1979-01-01"}, "E2", "1979-01-01"),
    "discharged without enrollment": ({"enrolled": "", "discharged": "1/2/2026"}, "E2", "nothing"),
    "a plan still to come": ({"last_service_plan": "2026-11-21"}, "M2", "a day still to come"),
    "an assessment still to come": ({"last_assessment": "2027-01-01"}, "L2", "a day still to come"),
    "enrolled in a far year": ({"enrolled": "5/3/2062"}, "E2", "5/3/2062"),
}


@pytest.mark.parametrize("trouble", REFUSED)
def test_what_cannot_be(trouble):
    cells, where, found = REFUSED[trouble]
    reading = read_people(person(**cells))

    [(cell, said)] = problems(reading)
    assert cell == where
    assert found in said


def test_days_up_to_the_day_asked_are_taken():
    on = datetime.date(2026, 11, 20)
    reading = read(workbook([person(dob=on, enrolled=on)], [member()], [session(date=on)]))

    assert reading.rejected == []


def test_one_id_for_two_people():
    reading = read_people(person(), person(last_name="Cedar"), person(first_name="Bo", dob="1/1/1990"))

    assert people_of(reading) == ["0123456789"]
    assert [p.row for p in reading.rejected] == [3, 4]
    assert "the person of row 2" in reading.rejected[0].expected


def test_one_person_enrolled_twice_at_once():
    reading = read_people(person(), person(enrolled="2026-01-05"))

    assert [(p.row, p.cell) for p in reading.rejected] == [(3, "E3")]
    assert "the one of row 2 has not ended" in reading.rejected[0].found


def test_the_same_row_twice():
    reading = read_people(person(), person())

    assert [p.row for p in reading.rejected] == [3]


def test_a_second_enrollment_after_a_discharge():
    reading = read_people(
        person(enrolled="2024-01-05", discharged="2024-09-01", coverage="none", lives_in="Jail"),
        person(last_name=" ALDER", enrolled="2024-09-01", coverage="MA"),
    )

    assert reading.rejected == []
    assert people_of(reading) == ["0123456789"]
    assert [e["enrolled_on"].isoformat() for e in reading.tables["enrollment"]] == ["2024-01-05", "2024-09-01"]
    assert [(c["plan"], c["starts_on"], c["ends_on"]) for c in reading.tables["coverage"]] == [
        ("none", None, datetime.date(2024, 9, 1)),
        ("medicaid", datetime.date(2024, 9, 1), None),
    ]
    assert len(reading.tables["assessment"]) == 1


def test_a_good_row_may_follow_a_bad_one_of_the_same_person():
    reading = read_people(person(dob="13/45/1988"), person())

    assert people_of(reading) == ["0123456789"]
    assert [p.row for p in reading.rejected] == [2]


STAFF_REFUSED = {
    "no number": ([member(staff="")], "A2"),
    "a number twice": ([member(), member(staff="s001 ", name="Bo Cedar")], "A3"),
    "left before coming": ([member(end_date="2026-01-01")], "F2"),
    "no day": ([member(start_date="June")], "E2"),
}


@pytest.mark.parametrize("trouble", STAFF_REFUSED)
def test_staff_rows_refused(trouble):
    staff, where = STAFF_REFUSED[trouble]
    reading = read(workbook([person()], staff))

    assert [cell for cell, _ in problems(reading)] == [where]


SESSIONS_REFUSED = {
    "nobody's": ({"staff": "S999"}, "A2"),
    "no topic": ({"topic": ""}, "C2"),
    "no hours": ({"hours": None}, "D2"),
    "no day": ({"date": ""}, "B2"),
    "tomorrow": ({"date": "2026-11-21"}, "B2"),
    "long ago": ({"date": "12/31/1989"}, "B2"),
    "below zero": ({"hours": -1}, "D2"),
    "more than a day": ({"hours": 24.5}, "D2"),
}


@pytest.mark.parametrize("trouble", SESSIONS_REFUSED)
def test_sessions_refused(trouble):
    cells, where = SESSIONS_REFUSED[trouble]
    reading = read(workbook([], [member()], [session(**cells)]))

    assert [cell for cell, _ in problems(reading)] == [where]
    assert "training" not in reading.tables


def test_training_of_a_staff_member_whose_own_row_was_rejected_waits_for_it():
    reading = read(workbook([], [member(start_date="soon")], [session()]))

    assert [(p.sheet, p.row) for p in reading.rejected] == [("Staff", 2), ("Training Log", 2)]
    assert "row 2 of “Staff” could not" in reading.rejected[1].expected


def test_training_of_staff_known_from_elsewhere():
    reading = read(workbook([], [], [session(staff="s777")]), is_known_staff={"S777"}.__contains__)

    assert reading.rejected == []
    assert reading.tables["training"][0]["staff_id"] == "S777"


def test_sessions_alike_in_every_cell_both_count_and_are_said():
    reading = read(workbook([], [member()], [session(), session()]))

    assert [t["training_id"] for t in reading.tables["training"]] == [
        "S001 2026-07-05 updates 1",
        "S001 2026-07-05 updates 2",
    ]
    assert any("alike in every cell" in note and "2 and 3" in note for note in reading.notes)


def test_what_no_rule_looks_at_does_not_cost_the_row():
    reading = read(workbook([], [member(cert_expires="expired?", background_check="2025-05-05")]))

    assert reading.rejected == []
    assert "certificate_expires_on" not in reading.details["staff", "S001"]
    assert any("H2 (Cert expires): “expired?”" in note for note in reading.notes)


def test_titles_blank_rows_remarks_and_a_header_again():
    cells = rows_of(PARTICIPANTS, [person()], titles=[["Juniper County"], [], ["", "", "updated 11/18/26 kb"]])
    cells += [[], list(PARTICIPANTS), [""] * 15 + ["ask Kao"], [None] * 20 + ["stray"]]
    cells.append(rows_of(PARTICIPANTS, [person(ma_id="9999999999")])[1])
    reading = read(
        workbook(
            change=lambda book: [book["CRS Participants"].delete_rows(1), *map(book["CRS Participants"].append, cells)]
        )
    )

    assert people_of(reading) == ["0123456789", "9999999999"]
    assert reading.rejected == []
    assert reading.rows_read == 2
    assert any("nothing but remarks" in note for note in reading.notes)


def test_a_column_that_writes_dates_two_ways_is_said():
    rows = [
        person(ma_id="1111111111", dob="12/31/1980"),
        person(ma_id="2222222222", dob="31/12/1980"),
        person(ma_id="3333333333", dob="5/6/1980"),
    ]
    reading = read_people(*rows)

    assert [p.cell for p in reading.rejected] == ["D3"]
    assert "there is no month 31" in reading.rejected[0].found
    assert any("1 can only be read month first, 1 only day first, 1 either way" in note for note in reading.notes)
