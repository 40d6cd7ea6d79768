"""The 250 named cases of bad input are filed, and each is tried somewhere or says why there is nothing to try."""

from collections import Counter
from pathlib import Path

import pytest
from assurance.beds import every_bed
from assurance.hostile_files import HEAVY, MAKERS, hostile_files
from assurance.input_values import corpus, made_up, texts_of, values_for

ROOT = Path(__file__).resolve().parents[2]
FAMILIES = {"T": 24, "N": 24, "F": 26, "Q": 10, "S": 16, "U": 30, "V": 24, "X": 20, "E": 36, "H": 20, "J": 20}
WAYS = ("sent", "sent_long", "made", "held_by", "no_entrance")
CASES, BEDS = corpus(), every_bed()


def test_every_case_is_filed_once():
    assert Counter(id[0] for id in CASES) == FAMILIES
    for letter, count in FAMILIES.items():
        assert [id for id in sorted(CASES) if id[0] == letter] == [f"{letter}{nth:02}" for nth in range(1, count + 1)]


@pytest.mark.parametrize("id", CASES)
def test_a_case_says_what_is_sent_and_what_is_expected(id):
    case = CASES[id]

    assert case["name"]
    assert case["expected"]
    assert [way for way in WAYS if way in case]
    assert case.get("made", "eicar") in MAKERS
    held_by = case.get("held_by", "bed A1")
    file, _, test = held_by.partition("::")
    assert held_by.removeprefix("bed ") in BEDS or f"def {test}(" in (ROOT / file).read_text()


def test_what_is_typed_reaches_the_fields():
    typed = [text for case in CASES.values() for text in texts_of(case)]

    assert len(typed) > 150
    assert set(values_for("text")) >= {text for text in typed if len(text) < 50_000} - {
        text
        for case in CASES.values()
        if case["family"] not in ("text", "numbers", "questions")
        for text in texts_of(case)
    }
    assert len(made_up()) > 200


def test_hostile_files_are_made_in_full():
    assert all(files for files in hostile_files(True).values())
    assert {*hostile_files(True), *HEAVY} == set(MAKERS)
