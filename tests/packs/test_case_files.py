"""A case file that cannot be read says the file, the line, what was found and what was expected."""

from datetime import date

import pytest

from alongside.packs.cases import BadCase, read_cases

HEADING = "case | on | coverage (plan, starts_on) | answer | because\n"


def read(tmp_path, *lines):
    (tmp_path / "some.txt").write_text("rule: ELG-2\n" + HEADING + "\n".join(lines), "utf-8")
    return read_cases(tmp_path)


def refusal(tmp_path, *lines):
    with pytest.raises(BadCase) as refused:
        read(tmp_path, *lines)
    return str(refused.value)


def test_a_case_becomes_a_world(tmp_path):
    (case,) = read(tmp_path, "# a note", "", "K1 | 2026-03-02 | medicaid, 2026-01-01; limited, | met | covered")

    assert (case.id, case.rule, case.on, case.answer, case.because) == (
        "K1",
        "ELG-2",
        date(2026, 3, 2),
        "met",
        "covered",
    )
    assert [(row["plan"], row["starts_on"]) for row in case.tables["coverage"]] == [
        ("medicaid", "2026-01-01"), ("limited", None),
    ]  # fmt: skip
    assert case.tables["participant"][0]["participant_id"] == case.tables["coverage"][0]["participant_id"]
    assert case.not_held is None


def test_a_star_stands_for_each_word(tmp_path):
    (case,) = read(tmp_path, "K1 | 2026-03-02 | *, 2026-01-01 | met | all of them")

    assert {row["plan"] for row in case.tables["coverage"]} == {
        "medicaid", "badgercare_plus_standard", "limited", "pending", "none",
    }  # fmt: skip


def test_a_cell_too_many(tmp_path):
    problem = refusal(tmp_path, "K1 | 2026-03-02 | medicaid, | met | covered | and more")

    assert problem.startswith("some.txt, line 3: found 6 cells, expected 5")


def test_a_value_too_many(tmp_path):
    problem = refusal(tmp_path, "K1 | 2026-03-02 | medicaid, 2026-01-01, 2026-02-01 | met | covered")

    assert problem.startswith("some.txt, line 3: coverage (plan, starts_on): found ")
    assert "expected values for plan, starts_on" in problem


def test_a_day_that_is_none(tmp_path):
    assert refusal(tmp_path, "K1 | 2026-02-30 | medicaid, | met | covered").startswith("some.txt, line 3:")


def test_a_column_that_is_no_table(tmp_path):
    (tmp_path / "other.txt").write_text("rule: ELG-2\ncase | on | answer | shoe (size)\nK1 | 2026-01-01 | met | 44\n")

    with pytest.raises(BadCase, match=r"other\.txt, line 3"):
        read_cases(tmp_path)
