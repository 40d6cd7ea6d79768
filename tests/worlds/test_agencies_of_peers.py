"""Invented Illinois agencies: DuckDB and the plain-Python oracle say the same of every service and every team.

ALONGSIDE_WORLDS=1000 asks of that many.
"""

import os

import pytest

from alongside.facts.world import World
from alongside.packs import PACKS
from alongside.packs.asking import ask

from .agency_of_peers import Agency
from .county import of_rule
from .oracle_of_peers import RULES
from .storing import as_facts, storable, store
from .test_duckdb_is_the_oracle import differing
from .test_postgresql_is_duckdb import parted, said

PACK = PACKS["illinois_peer"]
WORLDS = int(os.environ.get("ALONGSIDE_WORLDS", "24"))


def disagreements(agency, rules=RULES):
    """(rule, row, what the rule says, what the oracle says) wherever the two part."""
    world = World(agency.tables)
    for rule in rules:
        table, judge = RULES[rule]
        key = PACK.rule(rule).about.key
        answers = ask(PACK.rule(rule), world, on=agency.on, choices=of_rule(PACK.rule(rule), agency.choices))
        found = {answer.key: answer for answer in answers}
        assert found.keys() == {row[key] for row in agency.tables[table]}
        for row in agency.tables[table]:
            told, wanted = differing(found[row[key]], judge(agency.tables, row, agency.on, agency.choices))
            if told != wanted:
                yield rule, row, told, wanted


@pytest.mark.parametrize("seed", range(WORLDS))
def test_agencies_are_judged_as_the_oracle_judges_them(seed):
    agency = Agency(seed)

    assert [(agency.on, agency.choices, *one) for one in disagreements(agency)][:1] == []


def test_the_agencies_show_every_answer():
    """A guard is shown to be able to fail: worlds in which nothing is ever met would prove nothing."""
    found = {rule: set() for rule in RULES}
    for seed in range(WORLDS):
        agency = Agency(seed)
        for rule, (table, judge) in RULES.items():
            found[rule] |= {judge(agency.tables, row, agency.on, agency.choices).answer for row in agency.tables[table]}

    # From the day after it was looked at, the next review of a plan is still to come.
    assert found.pop("IL-PLAN") >= {"not yet due", "not met", "facts missing", "does not apply"}
    assert all({"met", "does not apply"} <= answers for answers in found.values()), found
    assert found["IL"] >= {"not met", "facts missing", "a person must decide"}
    assert found["IL-SUD"] >= {"not met", "facts missing"}
    assert "not yet due" in found["IL-CRED-ACT"]


@pytest.mark.parametrize("seed", [101, 102])
def test_an_agency_is_judged_alike_on_both_engines(seed, in_program_a):
    from alongside.reviews.ask import ask as ask_records

    agency = Agency(seed)
    tables = storable(agency.tables)
    store(tables, in_program_a)
    world = World(as_facts(tables))

    for rule in PACK.rules:
        choices = of_rule(rule, agency.choices)
        on_duckdb = said(ask(rule, world, on=agency.on, choices=choices))
        on_postgresql = said(ask_records(rule, on=agency.on, given=tuple(sorted(choices.items()))))

        assert on_postgresql.keys() == on_duckdb.keys(), rule.id
        assert {key: parted(one, on_duckdb[key]) for key, one in on_postgresql.items() if one != on_duckdb[key]} == {}
