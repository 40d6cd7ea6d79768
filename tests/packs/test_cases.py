"""Every worked case gives its answer, with exactly the criteria it names broken, on every engine."""

import pytest

from alongside.facts.world import World
from alongside.packs import PACKS
from alongside.packs.asking import ask
from alongside.packs.cases import Case, read_cases

CASES = [(pack, case) for pack in PACKS.values() for case in read_cases(pack.cases)]


def check(case, answers):
    (answer,) = [a for a in answers if a.root in {"1000000001", "S001"}]
    assert answer.answer == case.answer, [(c.sentence, c.holds) for c in answer.criteria]
    if case.not_held is not None:
        assert {c.id for c in answer.criteria if c.holds is False} == case.not_held
    if case.advice is not None:
        assert {c.id for c in answer.advice} == case.advice
    if case.due is not None:
        assert answer.due == case.due


@pytest.mark.parametrize("pack,case", CASES, ids=[f"{case.rule} {case.id}" for _, case in CASES])
def test_worked_case_on_duckdb(pack, case: Case):
    answers = ask(pack.rule(case.rule), World(case.tables), on=case.on, choices=case.choices)

    check(case, answers)
