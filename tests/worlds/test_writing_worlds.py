"""Generated sections and shared experience: DuckDB and PostgreSQL say of each row what plain Python says."""

import random
from collections import Counter
from datetime import date

import pytest

from alongside.facts.tables import TABLES
from alongside.facts.world import World
from alongside.packs.asking import ask
from alongside.packs.illinois_peer.writing import RULES
from packs.test_writing_aid import SENTENCES

from .oracle_of_writing import answer_of
from .storing import storable, store, uuid_of

ON = date(2026, 3, 2)
CHOICES = ({}, {"peer_roles": "crss"}, {"role_limits": "advice"})
TEXTS = [sentence for _paper, _rule, sentence in SENTENCES]
EVERY_RULE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
DAYS = (None, "2018-07-31", "2018-08-01", "2026-01-09", "2026-03-02")


def invented(table, count, seed):
    """Rows of a table in which every column is known or not, at random."""
    chance = random.Random(seed)
    rows = []
    for number in range(count):
        row = {}
        for name, column in TABLES[table].columns.items():
            if column.words:
                row[name] = chance.choice((None, *column.words))
            elif column.type == "boolean":
                row[name] = chance.choice((None, True, False))
            elif column.type == "date":
                row[name] = chance.choice(DAYS)
            elif column.type == "int32":
                row[name] = chance.choice((None, 1, 40))
            else:
                row[name] = None
        if "body" in row:
            body = " ".join(chance.sample(TEXTS, chance.randint(0, 2)))
            row["body"] = chance.choice((None, "  ", body, body, body))
        row |= {f"{table}_id": f"{table} {number:03d}", "participant_id": f"P{number % 7}"}
        if table == "report_section":
            row["incident_report_id"] = chance.choice((None, f"R{number % 7}"))
        rows.append(row)
    return rows


@pytest.fixture(scope="module")
def facts():
    """A county that writes."""
    people = [{"participant_id": f"P{n}", "medicaid_id": f"100000000{n}"} for n in range(7)]
    reports = [{"incident_report_id": f"R{n}", "participant_id": f"P{n}", "incident": f"I{n}"} for n in range(7)]
    written = {name: invented(name, 250, name) for name in ("report_section", "discharge_section", "shared_experience")}
    return {"participant": people, "incident_report": reports, **written}


@EVERY_RULE
@pytest.mark.parametrize("choices", CHOICES, ids=str)
def test_duckdb_says_what_plain_python_says(rule, choices, facts):
    known = {reading.id for reading in rule.readings}
    given = {name: choice for name, choice in choices.items() if name in known}
    rows = facts[rule.about.name]
    said = {answer.key: answer.answer for answer in ask(rule, World(facts), on=ON, choices=given)}

    assert said == {row[rule.about.key]: answer_of(rule.id, row, rows, given) for row in rows}


def test_postgresql_says_the_same(facts, in_program_a):
    from alongside.reviews.ask import ask as ask_records

    world = World(facts)
    store(storable(world.tables), in_program_a)
    for rule in RULES:
        rows = facts[rule.about.name]
        said = {answer.key: answer.answer for answer in ask_records(rule, on=ON, given=())}

        assert said == {uuid_of(rule.about.key, row[rule.about.key]): answer_of(rule.id, row, rows, {}) for row in rows}


def test_the_worlds_try_every_answer_the_rules_can_give(facts):
    given = Counter(
        answer_of(rule.id, row, facts[rule.about.name], {}) for rule in RULES for row in facts[rule.about.name]
    )

    assert set(given) == {"met", "not met", "does not apply", "facts missing", "a person must decide"}
    assert min(given.values()) > 10
