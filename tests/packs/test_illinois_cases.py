"""Every worked case of Illinois gives its answer, with exactly the criteria it names broken, on every engine."""

from functools import cache

import pytest
from django.db import transaction

from alongside.packs.asking import ask
from worlds.storing import storable, store, uuid_of

from .bundled_illinois import CASES, PACK, bundles
from .test_cases import faults


@cache
def on_duckdb(rule_id):
    """The answers of all worked cases of a rule, by the case."""
    return {
        cases[answer.key].id: answer
        for on, choices, cases, world in bundles(rule_id)
        for answer in ask(PACK.rule(rule_id), world, on=on, choices=dict(choices))
        if answer.key in cases
    }


@pytest.mark.parametrize("case", CASES, ids=[f"{case.rule} {case.id}" for case in CASES])
def test_worked_case_on_duckdb(case):
    assert faults(case, on_duckdb(case.rule)[case.id]) == {}


@pytest.mark.parametrize("rule", PACK.rules, ids=lambda rule: rule.id)
def test_worked_cases_on_postgresql(rule, in_program_a):
    """In the application's own tables, as the runtime role, inside a program."""
    from alongside.reviews.ask import ask as ask_records

    wrong = {}
    for nth, (on, choices, cases, world) in enumerate(bundles(rule.id)):
        asked = {uuid_of(rule.about.key, key): case for key, case in cases.items()}
        people = {uuid_of(rule.about.root, row[rule.about.root]) for row in world.tables[rule.about.name]}
        with transaction.atomic():
            store(storable(world.tables, first=1000 * nth), in_program_a)
            for answer in ask_records(rule, on=on, roots=list(people), given=choices):
                if answer.key in asked:
                    wrong[asked[answer.key].id] = faults(asked[answer.key], answer)
            transaction.set_rollback(True)  # the next bundle loads a fee schedule of its own

    assert {case.id for case in CASES if case.rule == rule.id} == wrong.keys()
    assert {case: fault for case, fault in wrong.items() if fault} == {}


@pytest.mark.parametrize("rule", PACK.rules, ids=lambda rule: rule.id)
def test_every_rule_has_worked_cases_each_with_a_reason(rule):
    mine = [case for case in CASES if case.rule == rule.id]

    assert {case.answer for case in mine} - {"met"}, "cases in which it is met only show nothing"
    assert all(case.because for case in mine)
    assert len({case.id for case in mine}) == len(mine)
