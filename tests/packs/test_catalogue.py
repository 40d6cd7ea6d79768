"""The catalogue: in the source's words, with rules and kinds that exist; and the business days of state offices."""

from datetime import date

import pytest

from alongside.packs import PACKS
from alongside.packs.wisconsin_crs.incident_examples import EXAMPLES
from alongside.packs.wisconsin_crs.state_offices import business_days_after, closed_days
from alongside.records.models import ClockUnit, ProviderKind, QuestionKind, ServiceKind, Setting

PACK = PACKS["wisconsin_crs"]
CATALOGUE = PACK.catalogue
LIMITS = [
    limit
    for entry in CATALOGUE.services
    for limit in (*entry.covers, *entry.leaves_out, *entry.principles, *CATALOGUE.about_places)
]


def test_every_service_stands_in_it_once_and_says_what_it_is_not():
    assert [entry.kind for entry in CATALOGUE.services] == ServiceKind.values
    assert all(e.covers and e.leaves_out and e.suitable and e.unsuitable for e in CATALOGUE.services)


def test_kinds_and_settings_are_words_of_the_records():
    assert {kind for entry in CATALOGUE.services for kind in entry.provider_kinds} <= set(ProviderKind.values)
    assert {place.setting for place in CATALOGUE.places} <= set(Setting.values)


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: limit.sentence[:40])
def test_each_rule_it_names_is_in_the_rule_book(limit):
    for id in limit.rules:
        assert PACK.rule(id)


def test_places_name_rules_that_exist():
    assert all(PACK.rule(id) for place in CATALOGUE.places for id in place.rules)


def test_the_sixteen_topics_of_the_page_are_there():
    living, _peer, work = CATALOGUE.services

    assert len(living.topics) == 16
    assert len(work.principles) == 7


def test_quotes_are_the_few_words_relied_on():
    assert all(len(cite.quote.split()) <= 30 and cite.quote == cite.quote.strip() for cite in CATALOGUE.cites)


def test_the_example_categories_say_that_they_are_none_of_the_states():
    assert all("Not Wisconsin’s current" in row["source"] for row in EXAMPLES)
    assert {kind for row in EXAMPLES for _, kind in row["questions"]} <= set(QuestionKind.values)
    assert {row["state_clock_unit"] for row in EXAMPLES} <= set(ClockUnit.values)


@pytest.mark.parametrize(
    ("day", "count", "due"),
    [
        ("2026-02-13", 1, "2026-02-16"),  # Presidents' Day: state offices are open
        ("2026-11-25", 1, "2026-11-27"),  # Thanksgiving is left out, the Friday after it is not
        ("2026-12-23", 1, "2026-12-28"),
        ("2026-12-30", 1, "2027-01-04"),
        ("2027-07-02", 1, "2027-07-06"),  # 4 July 2027 is a Sunday: the Monday is closed
        ("2026-11-20", 3, "2026-11-25"),
        ("2026-11-20", 0, "2026-11-20"),
    ],
)
def test_business_days(day, count, due):
    assert business_days_after(date.fromisoformat(day), count) == date.fromisoformat(due)


def test_state_offices_are_closed_on_nine_days_and_those_that_move():
    assert len(closed_days(2026)) == 9
    assert date(2023, 1, 2) in closed_days(2023)
    assert date(2026, 5, 25) in closed_days(2026)
