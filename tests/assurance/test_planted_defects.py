"""The list of planted defects fits the tree: what it would change is there once, and so is the test that notices."""

from assurance.planting import every_defect, flaws_of
from assurance.planting_told import BROKEN, told

DEFECTS = every_defect()


def test_every_text_stands_once_and_every_test_is_there():
    assert list(flaws_of(DEFECTS)) == []


def test_there_are_as_many_as_were_asked_for_and_of_every_kind():
    assert len(DEFECTS) >= 40
    assert {one.breaks for one in DEFECTS} <= BROKEN.keys()


def test_a_list_that_does_not_fit_is_noticed():
    (first, *_) = DEFECTS
    wrong = type(first)(**{**vars(first), "stands": "nowhere", "test": "tests/access/test_policies.py::test_nothing"})

    assert len(list(flaws_of([wrong, wrong]))) == 5


def test_each_is_told_in_a_sentence():
    text = told(DEFECTS)

    assert all(one.what in text for one in DEFECTS)
