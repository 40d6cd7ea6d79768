"""The library: every document and form number the page and the rules name, each with where it binds and its rules."""

import re
from pathlib import Path

import pytest

from alongside.packs import PACKS
from alongside.packs.library import rules_of

PACK = PACKS["wisconsin_crs"]
NUMBER = re.compile(r"\bF-\d{5}[A-Za-z]?\b")
SOURCES = Path(__file__).parents[2] / "src/alongside/packs/wisconsin_crs"
OTHER_PROGRAMS = {"F-22541"}  # an older form of other programs, the example set of incident categories comes from
EVERY = pytest.mark.parametrize("document", PACK.library, ids=lambda document: document.id)


def test_each_stands_in_it_once():
    assert len({one.id for one in PACK.library}) == len({one.number for one in PACK.library}) == len(PACK.library)


@EVERY
def test_each_says_where_it_binds_and_where_to_find_it(document):
    assert document.binds.endswith(".")
    assert document.address.startswith("https://")
    assert re.fullmatch(r"[a-z0-9-]+", document.id)


@EVERY
def test_each_rule_it_names_is_in_the_rule_book(document):
    assert all(PACK.rule(id).id == id for id in document.rules)
    assert [rule.id for rule in rules_of(PACK, document) if rule.id in document.rules] == [
        rule.id for rule in PACK.rules if rule.id in document.rules
    ]


def test_every_form_number_the_rules_name_is_in_it():
    known = {document.number.upper() for document in PACK.library}
    named = {
        number.upper()
        for path in SOURCES.glob("*.py")
        for number in NUMBER.findall(path.read_text())
        if number not in OTHER_PROGRAMS
    }

    assert named - known - {"F-00202I"} == set()  # the library says itself that F-00292I may mean this one


def test_a_rule_that_names_a_form_in_its_words_is_found():
    form = next(one for one in PACK.library if one.number == "F-62470")

    assert "INC-6" in [rule.id for rule in rules_of(PACK, form)]
