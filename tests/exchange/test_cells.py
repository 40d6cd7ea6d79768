"""Single cells: hours, ids, counts and words."""

import datetime
from decimal import Decimal

import pytest

from alongside.exchange.cells import read_count, read_word
from alongside.exchange.hours import read_hours
from alongside.exchange.ids import read_medicaid_id, read_staff_number
from alongside.exchange.mapping_file import shipped
from alongside.exchange.problems import Unreadable, shown


@pytest.mark.parametrize(
    "written, hours",
    [
        (1.5, "1.5"), (2, "2"), ("2", "2"), ("1.5", "1.5"), (" 1.5 ", "1.5"), (".5", "0.5"), ("2h", "2"), ("2 H", "2"),
        ("1.5 hrs", "1.5"), ("1.5hrs.", "1.5"), ("2 hours", "2"), ("1 hr", "1"), ("90 min", "1.5"), ("90min", "1.5"),
        ("45 minutes", "0.75"), ("1 h 30 min", "1.5"), ("1h30m", "1.5"), ("1 hour and 15 minutes", "1.25"),
        (0.1 + 0.2, "0.3"), (24, "24"), (0.01, "0.01"), ("+1", "1"),
        (datetime.time(1, 30), "1.5"), (datetime.timedelta(hours=2, minutes=15), "2.25"),
    ],
    ids=str,
)  # fmt: skip
def test_hours_as_people_type_them(written, hours):
    assert read_hours(written) == Decimal(hours)


@pytest.mark.parametrize(
    "written",
    [
        "two-ish", "", "-", "1,5", "1.000,5", "1.5.2", "1:30", "½", "2 days", "2x", "NaN", "inf", "1e3", "=1+1", "2h?",
        -1, -0.5, 0, "0", "-2h", 24.01, 25, 1e300, float("nan"), float("inf"), True, 1 / 3, "20 min", 1.255,
    ],
    ids=str,
)  # fmt: skip
def test_what_is_no_number_of_hours_is_refused(written):
    with pytest.raises(Unreadable):
        read_hours(written)


def test_a_third_of_an_hour_is_not_rounded_silently():
    with pytest.raises(Unreadable) as refused:
        read_hours("20 min")

    assert refused.value.fix == "Type 0.33 if that is what was meant."


@pytest.mark.parametrize(
    "written", ["1647892279", " 1647892279 ", 1647892279, 1647892279.0, "1647-892-279", "1647 892 279"]
)
def test_ten_digits_are_a_medicaid_id(written):
    assert read_medicaid_id(written) == "1647892279"


def test_zeros_in_front_count():
    assert read_medicaid_id("0014538148") == "0014538148"


@pytest.mark.parametrize(
    "written, hint",
    [
        (761839216.0, "9 digits; a number: a spreadsheet drops the zeros in front"),
        ("761839216", "9 digits; zeros in front were probably lost"),
        (16478922791, "11 digits"),
        ("16478922791", "11 digits"),
        (1647892279.5, "not a whole one"),
        ("1.64789E+09", "its last digits are lost"),
        ("1,64789e9", "its last digits are lost"),
        ("164789227x", ""),
        ("１６４７８９２２７９", ""),
        ("", ""),
        (True, ""),
        (-1647892279, ""),
    ],
)
def test_a_damaged_medicaid_id_is_never_repaired(written, hint):
    with pytest.raises(Unreadable) as refused:
        read_medicaid_id(written)

    assert hint in refused.value.hint


@pytest.mark.parametrize("written", ["S002", "s002 ", " s 002", "S002\u00a0"])
def test_staff_numbers_are_compared_without_case_or_blanks(written):
    assert read_staff_number(written) == "S002"


def test_a_staff_number_that_is_a_number_has_no_decimal_point():
    assert read_staff_number(17.0) == "17"


@pytest.mark.parametrize("written, count", [(8, 8), (8.0, 8), ("8", 8), ("16 beds", 16), ("1 bed", 1)])
def test_counts(written, count):
    assert read_count(written) == count


@pytest.mark.parametrize("written", [0, -4, 4.5, "four", "", "8 rooms", True, 1e9, "٣"])
def test_what_is_no_count_is_refused(written):
    with pytest.raises(Unreadable):
        read_count(written)


def topic(written):
    mapping = shipped()
    return read_word(written, mapping.spellings("topic"), "topic", mapping.offered("topic"))


@pytest.mark.parametrize(
    "written, word",
    [
        ("FH updates", "updates"), ("ForwardHealth Updates 2010-94 & 2018-17 ", "updates"),
        ("WIS STATS 48, 51, 55", "statutes"), ("ch. 48/51/55", "statutes"),
        ("Civil rights / ADA", "civil_rights"), ("ADA + CIVIL RIGHTS ACT", "civil_rights"),
        ("hipaa/documentation standards", "documentation"), ("51.30 / DHS 92", "confidentiality"),
        ("Confidentiality (51.30, DHS 92, 42 CFR Part 2)", "confidentiality"), ("51.61 / dhs 94", "patient_rights"),
        ("De-escalation", "recovery"), ("recovery   models", "recovery"), ("patient_rights", "patient_rights"),
    ],
)  # fmt: skip
def test_topics_by_any_of_their_names(written, word):
    assert topic(written) == word


@pytest.mark.parametrize(
    "written", ["Basket weaving", "51.30", "51.61 / DHS 92", "HIPAA", "updates 2010", "?", "Patient"]
)
def test_an_unknown_topic_is_asked_about(written):
    with pytest.raises(Unreadable) as refused:
        topic(written)

    assert "one of the words the mapping knows" in refused.value.expected
    assert "words.topic" in refused.value.fix


def test_near_words_are_offered():
    with pytest.raises(Unreadable) as refused:
        topic("Recovry models")

    assert refused.value.fix.startswith("Did you mean “Recovery models”?")


def test_what_a_message_shows_cannot_change_what_a_reader_sees():
    assert shown("a\x1b[31mred\u202eevil\nnext") == "“a [31mred evil next”"
    assert shown("x" * 500) == "“" + "x" * 80 + "…”"
    assert shown(None) == "nothing"
