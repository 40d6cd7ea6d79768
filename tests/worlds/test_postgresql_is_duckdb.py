"""Invented counties in the application's own tables: PostgreSQL, as the runtime role, says what DuckDB says."""

from datetime import date

import pytest

from alongside.facts.world import World
from alongside.packs import PACKS
from alongside.packs.asking import ask

from .county import County, of_rule
from .storing import as_facts, storable, store

PACK = PACKS["wisconsin_crs"]
SEEDS = (2001, 2005, 2009)


def said(answers):
    """Rule and key to everything an answer says: word, days, lines, sentences, step and facts."""
    found = {}
    for answer in answers:
        assert {type(day) for day in (answer.due, answer.changes_on)} <= {date, type(None)}
        assert {type(c.holds) for c in answer.criteria} <= {bool, type(None)}
        assert {type(value) for name, value in answer.facts.items() if name.endswith("_on")} <= {date, type(None)}
        found[answer.rule, answer.key] = {**answer.as_json(), "changes_on": answer.changes_on}
    return found


def parted(one, other):
    """In what two answers differ, and in which facts."""
    one, other = ({**answer, **answer["facts"], "facts": sorted(answer["facts"])} for answer in (one, other))
    return {name: (one.get(name), other.get(name)) for name in one if one.get(name) != other.get(name)}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_county_is_judged_alike_on_both_engines(seed, in_program_a):
    from alongside.reviews.ask import ask as ask_records

    county = County(seed)
    tables = storable(county.tables)
    store(tables, in_program_a)
    world = World(as_facts(tables))

    for rule in PACK.rules:
        choices = of_rule(rule, county.choices)
        on_duckdb = said(ask(rule, world, on=county.on, choices=choices))
        on_postgresql = said(ask_records(rule, on=county.on, given=tuple(sorted(choices.items()))))

        assert on_postgresql.keys() == on_duckdb.keys(), rule.id
        assert {
            key: parted(said, on_duckdb[key]) for key, said in on_postgresql.items() if said != on_duckdb[key]
        } == {}


def test_a_few_people_are_answered_as_among_all(in_program_a):
    from alongside.reviews.ask import ask as ask_records

    county = County(2013)
    store(storable(county.tables), in_program_a)

    for rule in PACK.rules:
        everyone = said(ask_records(rule, on=county.on, given=()))
        roots = sorted({answer["facts"][rule.about.root] for answer in everyone.values()})[:3]
        few = said(ask_records(rule, on=county.on, given=(), roots=roots))

        assert few == {key: answer for key, answer in everyone.items() if answer["facts"][rule.about.root] in roots}


def test_the_other_program_is_not_asked_about(in_program_a, program_b, acting_for):
    from alongside.reviews.ask import ask as ask_records

    store(storable(County(2017, people=4, staff=4).tables), in_program_a)

    with acting_for(program_b):
        assert [list(ask_records(rule, on=County(2017).on, given=())) for rule in PACK.rules] == [[]] * len(PACK.rules)
