"""The rule book: every rule whole, as data and as a page to sign."""

import json
import re

import pytest

from alongside.packs import PACKS, pack_of
from alongside.packs.book import as_json, as_page, asked
from alongside.packs.pack import Pack

PACK = PACKS["wisconsin_crs"]
RULES = pytest.mark.parametrize(
    "pack,rule", [pytest.param(pack, rule, id=rule.id) for pack in PACKS.values() for rule in pack.rules]
)


def flat(text):
    return " ".join(text.split())


@RULES
def test_a_page_has_everything_a_program_manager_signs(pack, rule):
    page = flat(as_page(pack, rule))

    for criterion in rule.criteria:
        assert f"{criterion.kind} {asked(criterion)}" in page.replace("   ", " ")
        for cite in criterion.cites:
            assert flat(cite.words) in page
            assert (f"“{cite.quote}”" == cite.words) == (cite.source.read == "whole")
    for reading in rule.readings:
        assert all(flat(text) in page for text in (reading.title, reading.why, *reading.choices.values()))
    for question in rule.unsettled:
        assert flat(question.text) in page
    assert page.endswith("on ______________")


@RULES
def test_no_blank_is_left_open_on_a_page(pack, rule):
    assert not re.search(r"\{\w+\}", as_page(pack, rule) + json.dumps(as_json(pack, rule)))


@RULES
@pytest.mark.parametrize("width", [60, 100])
def test_a_page_fits_its_width(pack, rule, width):
    body = as_page(pack, rule, width).splitlines()[1:-1]

    assert all(len(line) <= width for line in body)


@RULES
def test_as_data_every_criterion_cites(pack, rule):
    book = json.loads(json.dumps(as_json(pack, rule)))

    assert book["id"] == rule.id
    assert [c["id"] for c in book["criteria"]] == [c.id for c in rule.criteria]
    for criterion in book["criteria"]:
        assert criterion["kind"] in ("must", "should", "may", "cannot")
        assert all(criterion["cite"][part] for part in ("source", "place", "quote"))
    assert book["cases"]
    for reading in book["readings"]:
        assert reading["default"] in reading["choices"]


def test_a_rule_is_found_by_its_id_and_by_a_criterions():
    assert PACK.rule("TRN-1.hours") is PACK.rule("TRN-1")
    assert pack_of("ELG-4.beds") is PACK


def test_a_rule_nobody_wrote_names_those_there_are():
    with pytest.raises(KeyError, match=r"no rule ELG-9.*ELG-1, ELG-2"):
        PACK.rule("ELG-9")
    with pytest.raises(KeyError, match="ELG-9 in any pack: wisconsin_crs"):
        pack_of("ELG-9")


def test_a_pack_refuses_ids_used_twice_and_readings_it_does_not_list(tmp_path):
    def pack(rules, readings):
        return Pack("some", "Some pack", rules, readings, PACK.questions, tmp_path)

    with pytest.raises(ValueError, match=r"ids twice.*DSC-6"):
        pack((PACK.rule("DSC-6"), PACK.rule("DSC-6")), PACK.readings)
    with pytest.raises(ValueError, match=r"readings it does not list.*since"):
        pack((PACK.rule("ELG-1"),), ())
