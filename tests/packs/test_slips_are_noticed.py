"""A threshold off by one, a comparison off by its edge or another word in a rule makes a worked case fail."""

import os
from collections import Counter

import pytest

from alongside.law import explain, sql
from alongside.packs import PACKS

from . import bundled, bundled_illinois
from .mutants import FOLDERS, RULE_MODULES, slipped_rules, slips

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
    "changes_on=earliest(": "when an answer changes, not what it says: tried by the laws about time",
    "changes_on=ibis.ifelse(": "when an answer changes, not what it says: tried by the laws about time",
    "| (_.started_on > its.asked_on)": "whoever comes later, for when an answer changes",
    "after(_.next_": "when an answer changes, not what it says: tried by the laws about time",
    "unless=(_.not_yet_untold > 0)": "what is not told outweighs what is left to a person",
    "next_from_on=": "when an answer changes, not what it says: tried by the laws about time",
    "next_started_on=": "when an answer changes, not what it says: tried by the laws about time",
    "highest_to=": "until when, in the sentence and for when an answer changes",
    "is_degree=": "a word in the sentence",
    '"tier": ibis.cases(': "a word in the sentence",
    "(_.highest == RANKS[": "a word in the sentence",
    "ahead = after(": "how many days there were, in the sentence",
    "((_.not_yet > 0) & _.last_day.notnull(), False)": "with nobody there is no last day",
    "_is_certified | (_.not_yet > 0),": "with nobody there the same criterion is left to a person",
    "_.lines > 0,": "without a line the same criterion is left to a person",
    "unless=(_.lines > 0)": "without a line a person decides by the criterion before",
    "(_.minutes % _.unit_minutes != 0)": "no minutes are no part of a unit either",
    "decide=(_.lines == 0) | ((_.minutes > 0)": "no minutes at all are whole units",
    "_.training_hours < LEAST_HOURS": "a hundred hours exactly are left to a person by the other text",
}
# Rules that take a second each to make: of their slips one in so many is tried, with ALONGSIDE_SLIPS=all every one.
EVERY = {
    "wisconsin_crs": dict.fromkeys(("enrolled", "service_plans", "billing"), 8),
    "illinois_peer": dict.fromkeys(RULE_MODULES["illinois_peer"], 8)
    | dict.fromkeys(("who_gave_it", "on_the_plan", "billing", "substance_use", "roster"), 16),
}
BUNDLES = {"wisconsin_crs": bundled.bundles, "illinois_peer": bundled_illinois.bundles}
RULES = [pytest.param(pack, rule, id=rule.id) for pack in PACKS for rule in PACKS[pack].rules]


def chosen():
    counted = Counter()
    for slip in (slip for pack in PACKS for slip in slips(pack)):
        if any(part in slip.text for part in SAME):
            continue
        if every := EVERY[slip.pack].get(slip.module):
            counted[slip.pack, slip.module] += 1
            if os.environ.get("ALONGSIDE_SLIPS") != "all" and counted[slip.pack, slip.module] % every != 1:
                continue
        yield slip


SLIPS = list(chosen())


def failing_case(pack, rule):
    """The id of the first worked case the rule fails, or None."""
    for on, choices, cases, world in BUNDLES[pack](rule.id):
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
            case = failing_case(slip.pack, rule)
            if case:
                return f"{rule.id} {case}"
    except Exception as error:
        return repr(error)
    return None


@pytest.mark.parametrize("pack,rule", RULES)
def test_the_rules_as_they_are_fail_no_case(pack, rule):
    assert BUNDLES[pack](rule.id)
    assert failing_case(pack, rule) is None


@pytest.mark.parametrize("slip", SLIPS, ids=[f"{slip.pack} {slip}" for slip in SLIPS])
def test_a_slip_is_noticed(slip):
    assert noticed(slip), f"no worked case fails: {slip.text}"


@pytest.mark.parametrize("pack", PACKS)
def test_every_module_of_rules_is_tried(pack):
    makers = {path.stem for path in FOLDERS[pack].glob("*.py") if "\nRULES = " in path.read_text()}

    assert makers == set(RULE_MODULES[pack])


def test_slips_said_to_change_nothing_are_still_there():
    texts = [slip.text for pack in PACKS for slip in slips(pack)]

    assert [part for part in SAME if not any(part in text for text in texts)] == []
