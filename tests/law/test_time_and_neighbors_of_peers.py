"""Illinois: one's own facts and the day may change an answer, waiting alone and other agencies' people not."""

from datetime import timedelta

import pytest

from alongside.facts.world import World
from alongside.packs import PACKS
from worlds.agency_of_peers import Agency
from worlds.papers_of_peers import add_papers

from .test_time_and_neighbors import days_in, said, whole

RULES = [pytest.param(rule, id=rule.id) for rule in PACKS["illinois_peer"].rules]
SEEDS = (3,)
LATER = (1, 40, 400)


@pytest.fixture(scope="module", params=SEEDS)
def agency(request):
    return add_papers(Agency(request.param))


@pytest.fixture(scope="module")
def world(agency):
    return World(agency.tables)


@pytest.fixture(scope="module")
def crowded(agency):
    others = add_papers(Agency(agency.seed + 1000)).tables
    return World({name: [*others[name], *rows] for name, rows in agency.tables.items()})


def recorded(agency):
    """The days recorded in rows that belong to somebody, by whom."""
    found = {}
    for rows in agency.tables.values():
        for row in rows:
            for key in {row.get(f"{root}_id") for root in ("participant", "staff", "provider", "team")} - {None}:
                found.setdefault(key, []).extend(days_in(row))
    return found


@pytest.mark.parametrize("rule", RULES)
def test_one_row_in_one_row_out(rule, agency, world):
    answers = said(rule, world, agency.on, agency.choices)

    assert answers.keys() == {row[rule.about.key] for row in agency.tables[rule.about.name]}
    assert answers


@pytest.mark.parametrize("rule", RULES)
def test_another_agency_changes_nothing(rule, agency, world, crowded):
    alone = said(rule, world, agency.on, agency.choices)
    among_others = said(rule, crowded, agency.on, agency.choices)

    assert {key: whole(among_others[key]) for key in alone} == {key: whole(answer) for key, answer in alone.items()}


@pytest.mark.parametrize("rule", RULES)
def test_an_answer_stands_until_a_recorded_day_or_the_day_it_says_it_changes(rule, agency, world):
    """Stored answers are made anew on these days only."""
    on, days = agency.on, recorded(agency)
    before = said(rule, world, on, agency.choices)

    for waited in LATER:
        until = on + timedelta(days=waited)
        after = said(rule, world, until, agency.choices)
        for key, then in before.items():
            comes = any(on <= day <= until for day in days.get(then.root, ()))
            if not comes and not (then.changes_on and then.changes_on <= until):
                assert whole(after[key]) == whole(then), (key, waited)
