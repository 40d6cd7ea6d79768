"""Every criterion can be the only one that is broken, and then exactly that line says no."""

import pytest

from alongside.packs import PACKS, pack_of

from . import peers, people
from .passing_peers import PASSING
from .people import held

RULES = [pytest.param(rule, id=rule.id) for pack in PACKS.values() for rule in pack.rules]
# Decided by somebody else: until then a person must decide, and once refused the rule does not apply.
ASKED_OF_OTHERS = {
    "wisconsin_crs": ("TRN-3.granted", "CAP-1", "OVS-2.sent"),
    "illinois_peer": (
        "IL-PLAN-4.billing", "IL-PLAN-5.certificate", "IL-CODE", "IL-IR-SEEN", "IL-CRED-ACT.person",
        "IL-CRED-590.certified",
    ),
}  # fmt: skip
OTHERS = [(PACKS[pack].rule(id), id) for pack, ids in ASKED_OF_OTHERS.items() for id in ids]
CRITERIA = [
    pytest.param(rule, criterion, id=criterion.id)
    for pack in PACKS.values()
    for rule in pack.rules
    for criterion in rule.criteria
    if criterion.id not in ASKED_OF_OTHERS[pack.id]
]
# Where one line says no the other cannot say yes: nothing is listed on no plan, and a day without a certified peer is
# one of the days without.
FOLLOWS = {"IL-PLAN-1": {"IL-PLAN-2"}, "IL-CRED-CST": {"IL-CRED-CST.gaps"}}


def one_edit_away(rule):
    """The answers in the passing worlds of a rule and one edit away from them, by the edit."""
    return (people if pack_of(rule.id).id == "wisconsin_crs" else peers).one_edit_away(rule)


@pytest.mark.parametrize("rule", RULES)
def test_the_passing_world_passes(rule):
    for world in PASSING.get(rule.id, ("as it is", "early")):
        answer = one_edit_away(rule)[world]

        assert answer.answer == "met"
        assert set(held(answer).values()) == {True}


@pytest.mark.parametrize("rule,criterion", CRITERIA)
def test_a_criterion_fails_alone(rule, criterion):
    others = {c.id for c in rule.criteria} - {criterion.id} - FOLLOWS.get(criterion.id, set())

    alone = {
        edit: answer
        for edit, answer in one_edit_away(rule).items()
        if held(answer).get(criterion.id) is False and all(held(answer).get(other, True) for other in others)
    }

    assert alone, f"no single edit of a passing world breaks only {criterion.id}"
    expected = {"not met", "not yet due"} if criterion.binds else {"met"}
    found = {answer.answer for answer in alone.values() if not any(answer.missing)}
    assert found - {"does not apply"} <= expected
    assert expected & found, alone


@pytest.mark.parametrize("id", FOLLOWS)
def test_what_follows_from_a_broken_criterion_never_holds_beside_it(id):
    broken = [a for a in one_edit_away(pack_of(id).rule(id)).values() if held(a).get(id) is False]

    assert broken
    assert {held(answer)[other] for answer in broken for other in FOLLOWS[id]} == {False}


@pytest.mark.parametrize("rule,id", OTHERS, ids=[id for _, id in OTHERS])
def test_what_others_decide_is_never_broken(rule, id):
    answers = [answer for answer in one_edit_away(rule).values() if id in held(answer)]

    assert {held(answer)[id] for answer in answers} == {True, None}
    assert {"met", "a person must decide"} <= {answer.answer for answer in answers}


@pytest.mark.parametrize("rule", RULES)
def test_an_answer_follows_from_its_criteria(rule):
    """Broken duties, unknown ones and advice give the word they must give, on every world one edit away."""
    for edit, answer in one_edit_away(rule).items():
        duties = [c for c in answer.criteria if c.binds]
        broken = [c for c in duties if c.holds is False]
        if answer.answer == "met":
            assert all(c.holds for c in duties), edit
        if answer.answer in ("not met", "not yet due"):
            assert broken, edit
            in_time = answer.due is not None and answer.due >= answer.asked_on
            assert (answer.answer == "not yet due") == in_time, edit
        if answer.answer == "a person must decide":
            assert any("Open question" in c.note for c in answer.criteria if c.holds is None), edit
        assert {c.id for c in answer.advice} == {
            c.id for c in answer.criteria if c.kind == "should" and c.holds is False
        }


@pytest.mark.parametrize("rule", RULES)
def test_whatever_is_asked_for_comes_with_a_step_and_who_takes_it(rule):
    for edit, answer in one_edit_away(rule).items():
        if answer.answer not in ("met", "does not apply"):
            assert answer.next_step, edit
            assert answer.who, edit
