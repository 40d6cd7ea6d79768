"""Every worked case gives its answer, with exactly the criteria it names broken, on every engine."""

from functools import cache

import pytest
from django.db import transaction

from alongside.packs import PACKS
from alongside.packs.asking import ask
from worlds.storing import storable, store, uuid_of

from . import bundled, bundled_illinois

BUNDLED = {"wisconsin_crs": bundled, "illinois_peer": bundled_illinois}
EVERY_CASE = [
    pytest.param(pack, case, id=f"{case.rule} {case.id}") for pack, its in BUNDLED.items() for case in its.CASES
]
EVERY_RULE = [pytest.param(pack, rule, id=rule.id) for pack in BUNDLED for rule in PACKS[pack].rules]


def faults(case, answer):
    """What a case states and its answer does not say."""
    found = {
        "answer": answer.answer,
        "not held": frozenset(c.id for c in answer.criteria if c.holds is False),
        "advice": frozenset(c.id for c in answer.advice),
        "due": answer.due,
    }
    stated = {"answer": case.answer, "not held": case.not_held, "advice": case.advice, "due": case.due}
    return {what: (said, found[what]) for what, said in stated.items() if said is not None and said != found[what]}


def test_every_pack_is_tried():
    assert BUNDLED.keys() == PACKS.keys()


@cache
def on_duckdb(pack, rule_id):
    """The answers of all worked cases of a rule, by the case."""
    return {
        cases[answer.key].id: answer
        for on, choices, cases, world in BUNDLED[pack].bundles(rule_id)
        for answer in ask(PACKS[pack].rule(rule_id), world, on=on, choices=dict(choices))
        if answer.key in cases
    }


@pytest.mark.parametrize("pack,case", EVERY_CASE)
def test_worked_case_on_duckdb(pack, case):
    assert faults(case, on_duckdb(pack, case.rule)[case.id]) == {}


@pytest.mark.parametrize("pack,rule", EVERY_RULE)
def test_worked_cases_on_postgresql(pack, rule, in_program_a):
    """In the application's own tables, as the runtime role, inside a program."""
    from alongside.reviews.ask import ask as ask_records

    wrong = {}
    for nth, (on, choices, cases, world) in enumerate(BUNDLED[pack].bundles(rule.id)):
        asked = {uuid_of(rule.about.key, key): case for key, case in cases.items()}
        people = {uuid_of(rule.about.root, row[rule.about.root]) for row in world.tables[rule.about.name]}
        with transaction.atomic():
            store(storable(world.tables, first=1000 * nth), in_program_a)
            for answer in ask_records(rule, on=on, roots=list(people), given=choices):
                if answer.key in asked:
                    wrong[asked[answer.key].id] = faults(asked[answer.key], answer)
            transaction.set_rollback(True)  # the next bundle loads what is the whole program's anew

    assert {case.id for case in BUNDLED[pack].CASES if case.rule == rule.id} == wrong.keys()
    assert {case: fault for case, fault in wrong.items() if fault} == {}


@pytest.mark.parametrize("pack,rule", EVERY_RULE)
def test_every_rule_has_worked_cases_each_with_a_reason(pack, rule):
    mine = [case for case in BUNDLED[pack].CASES if case.rule == rule.id]

    assert {case.answer for case in mine} - {"met"}, "cases in which it is met only show nothing"
    assert all(case.because for case in mine)
    assert len({case.id for case in mine}) == len(mine)
