"""Every criterion can be the only one that is broken, and then exactly that line says no."""

import pytest

from alongside.packs import PACKS

from .passing import ON
from .people import held, one_edit_away

PACK = PACKS["wisconsin_crs"]
# Decided by somebody else: until then a person must decide, and once refused the rule does not apply.
ASKED_OF_OTHERS = ("TRN-3.granted", "CAP-1", "OVS-2.sent")
CRITERIA = [(rule, c) for rule in PACK.rules for c in rule.criteria if c.id not in ASKED_OF_OTHERS]


@pytest.mark.parametrize("rule", PACK.rules, ids=[rule.id for rule in PACK.rules])
def test_the_passing_world_passes(rule):
    for world in ("as it is", "early"):
        answer = one_edit_away(rule)[world]

        assert answer.answer == "met"
        assert set(held(answer).values()) == {True}


@pytest.mark.parametrize("rule,criterion", CRITERIA, ids=[criterion.id for _, criterion in CRITERIA])
def test_a_criterion_fails_alone(rule, criterion):
    others = {c.id for c in rule.criteria} - {criterion.id}

    alone = {
        edit: answer
        for edit, answer in one_edit_away(rule).items()
        if held(answer)[criterion.id] is False and all(held(answer)[other] for other in others)
    }

    assert alone, f"no single edit of a passing world breaks only {criterion.id}"
    expected = {"not met", "not yet due"} if criterion.binds else {"met"}
    assert {answer.answer for answer in alone.values()} - {"does not apply"} <= expected
    assert expected & {answer.answer for answer in alone.values()}, alone


@pytest.mark.parametrize("id", ASKED_OF_OTHERS)
def test_what_others_decide_is_never_broken(id):
    answers = one_edit_away(PACK.rule(id)).values()

    assert {held(answer)[id] for answer in answers} == {True, None}
    assert {"met", "a person must decide", "facts missing", "does not apply"} == {answer.answer for answer in answers}


@pytest.mark.parametrize("rule", PACK.rules, ids=[rule.id for rule in PACK.rules])
def test_an_answer_follows_from_its_criteria(rule):
    """Broken duties, unknown ones and advice give the word they must give, on every world one edit away."""
    for edit, answer in one_edit_away(rule).items():
        duties = [c for c in answer.criteria if c.binds]
        broken = [c for c in duties if c.holds is False]
        if answer.answer == "met":
            assert all(c.holds for c in duties), edit
        if answer.answer in ("not met", "not yet due"):
            assert broken, edit
            assert (answer.answer == "not yet due") == (answer.due is not None and answer.due >= ON), edit
        if answer.answer == "a person must decide":
            assert any("Open question" in c.note for c in answer.criteria if c.holds is None), edit
        assert {c.id for c in answer.advice} == {
            c.id for c in answer.criteria if c.kind == "should" and c.holds is False
        }
