"""Facts that do not fit are refused, each problem with where it is, what was found and what is expected."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from alongside.facts.tables import TABLES
from alongside.facts.world import BadFacts, World

PERSON = {"participant_id": "P1", "medicaid_id": "1000000001"}
WORKER = {"staff_id": "S1", "staff_number": "S001"}


def problems(tables):
    with pytest.raises(BadFacts) as refused:
        World(tables)
    assert str(refused.value) == "\n".join(refused.value.problems)
    return refused.value.problems


def the_problem(tables):
    (problem,) = problems(tables)
    return problem


def training(**columns):
    return {"staff": [WORKER], "training": [{"staff_id": "S1", **columns}]}


def residence(**columns):
    return {"participant": [PERSON], "residence": [{"participant_id": "P1", **columns}]}


# ------------------------------------------------------------------------------------------------ what is taken


def test_tables_and_columns_may_be_left_out():
    world = World({"participant": [PERSON]})

    assert world.tables["participant"] == [{**PERSON, "born_on": None}]
    assert world.tables["training"] == []


def test_an_empty_world_has_every_table():
    assert World({}).tables == {name: [] for name in TABLES}


def test_days_may_be_text_or_days():
    for day in ("2026-02-28", date(2026, 2, 28)):
        assert World({"participant": [{**PERSON, "born_on": day}]}).tables["participant"][0]["born_on"] == date(
            2026, 2, 28
        )


@pytest.mark.parametrize("hours", ["1.25", 1.25, Decimal("1.25"), "1.250"])
def test_hours_are_exact_however_they_are_written(hours):
    assert World(training(hours=hours)).tables["training"][0]["hours"] == Decimal("1.25")


def test_an_empty_text_is_not_known():
    row = World(training(method="", hours="", held_on="", topic="")).tables["training"][0]

    assert [row[name] for name in ("method", "hours", "held_on", "topic")] == [None] * 4


def test_rows_nothing_points_at_need_no_key():
    sessions = World({"staff": [WORKER], "training": [{"staff_id": "S1"}, {"staff_id": "S1"}]}).tables["training"]

    assert len({row["training_id"] for row in sessions}) == 2


def test_a_person_may_be_known_by_the_number_readers_know():
    world = World({"participant": [{"medicaid_id": "1000000001"}], "coverage": [{"participant_id": "1000000001"}]})

    assert world.tables["participant"][0]["participant_id"] == "1000000001"


def test_a_row_may_name_its_person_by_the_number_readers_know():
    world = World({"participant": [{"medicaid_id": "1000000001"}], "coverage": [{"medicaid_id": "1000000001"}]})

    assert world.tables["coverage"][0]["participant_id"] == "1000000001"


# --------------------------------------------------------------------------------------------- what is refused


def test_a_table_nobody_declared_names_those_there_are():
    problem = the_problem({"people_served": []})

    assert problem.startswith("There is no table 'people_served'")
    assert all(name in problem for name in TABLES)


def test_a_column_nobody_declared_names_those_there_are():
    problem = the_problem(
        {"participant": [PERSON, {"participant_id": "P2", "medicaid_id": "2", "birthday": "1990-01-01"}]}
    )

    assert problem.startswith("participant, row 2: no column 'birthday'")
    assert all(name in problem for name in TABLES["participant"].columns)


def test_a_word_not_allowed_names_those_that_are():
    problem = the_problem(residence(setting="igloo"))

    assert problem.startswith("residence, row 1, setting: found 'igloo'")
    assert all(word in problem for word in TABLES["residence"].columns["setting"].words)


@pytest.mark.parametrize(
    "day",
    [
        "28/02/2026", "2026-02-30", "2026-13-01", "yesterday", "2025-02-29", 20260228, 46081.5, True, ["2026-02-28"],
        datetime(2026, 2, 28, 12, tzinfo=UTC), "0001-01-01", "9999-12-31", "2026-02-28T00:00:00", {},
    ],
)  # fmt: skip
def test_a_day_that_is_none(day):
    problem = the_problem({"participant": [{**PERSON, "born_on": day}]})

    assert problem.startswith(f"participant, row 1, born_on: found {day!r}, expected a day such as ")


@pytest.mark.parametrize(
    "hours",
    [
        float("nan"), float("inf"), "-inf", "NaN", "sNaN", "two", True, [2], {}, "1,5", "1.5h", -1, "-0.25", 10_000,
        9_999.999, "1e400", "10000000000000000000000000000",
    ],
)  # fmt: skip
def test_hours_that_are_none(hours):
    problem = the_problem(training(hours=hours))

    assert problem.startswith("training, row 1, hours: found ")
    assert "expected a number of hours such as 1.5" in problem


@pytest.mark.parametrize("beds", [4.5, "4", True, float("nan"), float("inf"), -1, 2**31, [4], "", None])
def test_whole_numbers_that_are_none(beds):
    if beds in ("", None):
        assert World(residence(beds=beds)).tables["residence"][0]["beds"] is None
        return

    problem = the_problem(residence(beds=beds))

    assert problem.startswith(f"residence, row 1, beds: found {beds!r}, expected a whole number")


@pytest.mark.parametrize("answer", ["yes", "true", 1, 0, "TRUE", [True]])
def test_yes_and_no_are_true_and_false(answer):
    tables = {"participant": [PERSON], "discharge": [{"participant_id": "P1", "is_planned": answer}]}

    assert the_problem(tables) == f"discharge, row 1, is_planned: found {answer!r}, expected true or false."


@pytest.mark.parametrize("text", [5, 1.5, True, ["a"], {"a": 1}, b"bytes", "\ud800"])
def test_text_that_is_none(text):
    assert the_problem(training(method=text)).startswith(f"training, row 1, method: found {text!r}, expected text")


@pytest.mark.parametrize("rows", [None, {"a": 1}, "rows", 5, True])
def test_a_table_is_a_list_of_rows(rows):
    problem = the_problem({"staff": rows})

    assert problem == f"Table staff: expected a list of rows, found {type(rows).__name__}."


@pytest.mark.parametrize("row", [None, 5, "S1", ["S1", "S001"]])
def test_a_row_is_columns_with_values(row):
    assert f"staff, row 2: expected columns with values, found {row!r}." in problems({"staff": [WORKER, row]})


@pytest.mark.parametrize("tables", [None, [], [{"staff": []}], "staff", 5])
def test_a_world_is_tables_by_name(tables):
    problem = the_problem(tables)

    assert problem.startswith("Expected tables by name")
    assert type(tables).__name__ in problem


def test_the_same_key_twice_names_both_rows():
    problem = the_problem({"staff": [WORKER, {**WORKER, "staff_number": "S002"}]})

    assert problem.startswith("staff, row 2: staff_id 'S1' stands in row 1 already.")


def test_a_person_without_the_number_readers_know():
    problem = the_problem({"participant": [{"participant_id": "P1"}]})

    assert problem.startswith("participant, row 1, medicaid_id: is empty.")


def test_a_row_of_nobody():
    problem = the_problem({"participant": [PERSON], "coverage": [{"participant_id": "P2", "plan": "medicaid"}]})

    assert problem.startswith("coverage, row 1: no participant has the participant_id 'P2'")


def test_a_row_that_does_not_say_whose_it_is():
    problem = the_problem({"participant": [PERSON], "coverage": [{"plan": "medicaid"}]})

    assert problem.startswith("coverage, row 1, participant_id: is empty.")


def test_every_problem_is_told_at_once_in_the_order_of_the_rows():
    found = problems(
        {
            "staff": [WORKER],
            "training": [
                {"staff_id": "S1", "hours": "many", "held_on": "then"},
                {"staff_id": "S1", "topic": "juggling", "minutes": 5},
            ],
        }
    )

    assert [problem.split(":")[0] for problem in found] == [
        "training, row 1, hours", "training, row 1, held_on", "training, row 2", "training, row 2, topic",
    ]  # fmt: skip


def test_a_world_file_as_a_program_writes_it_is_taken():
    """Dates as text, hours as numbers, unknown as null: what json gives back."""
    tables = json.loads(
        json.dumps(
            {"staff": [WORKER], "training": [{"staff_id": "S1", "hours": 1.5, "held_on": "2026-02-28", "topic": None}]}
        )
    )

    (row,) = World(tables).tables["training"]

    assert (row["hours"], row["held_on"], row["topic"]) == (Decimal("1.5"), date(2026, 2, 28), None)


def refusal(tables):
    """The problems found, none where the world is taken."""
    try:
        World(tables)
    except BadFacts as refused:
        return refused.problems
    return ()


def test_nothing_that_fits_json_makes_a_traceback():
    """Any JSON value in any place is taken or refused with a sentence."""
    values = [
        None,
        True,
        0,
        -1,
        1e308,
        1.5,
        "",
        "x",
        "\x00",
        "é" * 5000,
        [],
        {},
        [[]],
        "2026-02-28",
        "medicaid",
        10**30,
    ]
    for name, table in TABLES.items():
        for column in table.columns:
            for value in values:
                row = {**PERSON, column: value} if name == "participant" else {column: value}

                assert all(problem.startswith(name) for problem in refusal({name: [row]}))
