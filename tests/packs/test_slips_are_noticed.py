"""A threshold off by one, a comparison off by its edge or another word in a rule makes a worked case fail."""

import os

import pytest

from alongside.law import explain, sql

from .bundled import PACK, bundles
from .mutants import FOLDER, RULE_MODULES, slipped_rules, slips

# Slips that change no answer, by a part of their line, with why.
SAME = {
    "(_.discharged_on < _.asked_on, _.discharged_on)": "discharged on the day asked: either names that day",
    "(_.enrolled_on > _.asked_on, _.enrolled_on)": "enrolled on the day asked: either names that day",
    "begins_on=_.enrolled_on.min(where=": "an enrollment of the day asked has begun, and those begun come first",
    "nearest = (hundredths + 50)": "the shares are whole fives of a hundred: none lies a hundredth below the half",
    "_before_all = ": "a day before every other one",
    "changes_on=after(": "when an answer changes, not what it says: tried by the laws about time",
    "next_mark = ": "when an answer changes, not what it says: tried by the laws about time",
    "_occasion(_.half_years * 0)": "asked in the first half-year only, when there are none",
    "else_=enrolled_now & (_.half_years > 0)": "in the first half-year there is no update before the last, nor a day",
    "ibis.greatest(HOURS - _.hours": "never below zero: said only where hours are short",
    'if field == "signature" else': "who is asked to act, not what the answer is",
}
# The cycle's rules take a second each to make: all its slips are tried with ALONGSIDE_SLIPS=all, else one in SOME.
SLOW, SOME = ("enrolled", "service_plans", "billing"), 8


def chosen():
    counted = dict.fromkeys(SLOW, 0)
    for slip in slips():
        if any(part in slip.text for part in SAME):
            continue
        if slip.module in SLOW:
            counted[slip.module] += 1
            if os.environ.get("ALONGSIDE_SLIPS") != "all" and counted[slip.module] % SOME != 1:
                continue
        yield slip


SLIPS = list(chosen())


def failing_case(rule):
    """The id of the first worked case the rule fails, or None."""
    for on, choices, cases, world in bundles(rule.id):
        for version, until in rule.versions():
            for row in world.rows(sql(version, until, "duckdb", choices=choices), {"on": on}):
                answer = explain(version, row, on)
                if answer.key in cases and not agrees(answer, cases[answer.key]):
                    return cases[answer.key].id
    return None


def agrees(answer, case):
    broken = {c.id for c in answer.criteria if c.holds is False}
    return (
        answer.answer == case.answer
        and case.not_held in (None, broken)
        and case.advice in (None, {c.id for c in answer.advice})
        and case.due in (None, answer.due)
    )


def noticed(slip):
    """The worked case that fails by the slip, or the error that keeps the rule from being made at all."""
    try:
        for rule in slipped_rules(slip):
            case = failing_case(rule)
            if case:
                return f"{rule.id} {case}"
    except Exception as error:
        return repr(error)
    return None


@pytest.mark.parametrize("rule", PACK.rules, ids=lambda rule: rule.id)
def test_the_rules_as_they_are_fail_no_case(rule):
    assert bundles(rule.id)
    assert failing_case(rule) is None


@pytest.mark.parametrize("slip", SLIPS, ids=[str(slip) for slip in SLIPS])
def test_a_slip_is_noticed(slip):
    assert noticed(slip), f"no worked case fails: {slip.text}"


def test_every_module_of_rules_is_tried():
    makers = {path.stem for path in FOLDER.glob("*.py") if "\nRULES = " in path.read_text()}

    assert makers == set(RULE_MODULES)


def test_slips_said_to_change_nothing_are_still_there():
    texts = [slip.text for slip in slips()]

    assert [part for part in SAME if not any(part in text for text in texts)] == []
