"""The invented agency in Illinois: its records are believable, and its trouble is told by the rules it breaks."""

import random
from collections import Counter
from datetime import date
from functools import cache
from uuid import UUID

import pytest
from test_demo_county import rows

from alongside.exchange.demo_county.prairie.agency import fill
from alongside.exchange.demo_county.shelf import Shelf
from alongside.facts.tables import TABLES
from alongside.facts.world import World
from alongside.packs.asking import ask
from alongside.packs.illinois_peer import PACK
from alongside.records.checks import problems_of
from alongside.records.models import Service
from alongside.records.order import problems_within
from people import TODAY

# Weekends, ends of months and of years, 29 February.
DAYS = ["2026-11-20", "2026-11-22", "2027-02-28", "2028-02-29", "2026-12-31", "2027-03-31", "2026-08-30"]
DAYS = [date.fromisoformat(day) for day in DAYS]
JUDGED = [TODAY, date(2027, 2, 28)]  # a Friday; a Sunday and the end of a month
HELD = {
    "IL": Counter({
        "IL-TIER-1": 1, "IL-CHAIN-3": 4, "IL-PLAN-2": 1, "IL-EMP-1": 1, "IL-TIER-2": 1,
    }),
    "IL-SUD": Counter({"IL-SUD-1": 1, "IL-SUD-2": 1, "IL-SUD-3": 1, "IL-SUD-4": 1, "IL-SUD-8": 1}),
}  # fmt: skip


@cache
def an_agency(on: date = TODAY) -> Shelf:
    shelf = Shelf(program_id=UUID(int=2), on=on, chance=random.Random(7))
    fill(shelf)
    return shelf


def answers(rule: str, on: date):
    world = World({table: rows(an_agency(on), table) for table in TABLES})
    return [a for a in ask(PACK.rule(rule), world, on=on) if a.answer != "does not apply"]


@pytest.mark.parametrize("on", DAYS)
def test_every_record_is_one_a_person_could_have_made(on):
    for row in (row for found in an_agency(on).rows.values() for row in found):
        assert [*problems_of(row, on=on), *problems_within(row)] == []


@pytest.mark.parametrize("on", JUDGED)
@pytest.mark.parametrize("rule", HELD)
def test_most_services_may_be_billed_and_the_others_are_held_for_one_thing(rule, on):
    found = answers(rule, on)
    broken = Counter(c.id for a in found if a.answer == "not met" for c in a.criteria if c.holds is False and c.binds)

    assert broken == HELD[rule]
    assert Counter(a.answer for a in found)["met"] > 0.7 * len(found)
    assert {a.answer for a in found} >= {"met", "not met", "a person must decide"}


@pytest.mark.parametrize("on", JUDGED)
def test_the_teams_have_their_clocks(on):
    (act,), (cst,) = answers("IL-CRED-ACT", on), answers("IL-CRED-CST", on)

    assert act.answer == "not yet due"
    assert 10 <= (act.due - on).days <= 20
    assert cst.answer == "not met"
    assert cst.facts["days_without"] == 9
    assert answers("IL-CRED-590", on)


def test_what_is_allowed_does_not_always_fit_the_role():
    advice = Counter(c.id for a in answers("IL", TODAY) for c in a.criteria if c.holds is False and not c.binds)
    assert advice == {"IL-ROLE-3": 1, "IL-PLAN-3": 1, "IL-PLAN-4": 1}


def test_there_are_few_enough_to_look_through():
    assert 80 < len(an_agency().rows[Service]) < 130
