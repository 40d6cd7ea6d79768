"""What comes back from an engine: days are days, yes and no are bool or None, hours are exact, unknown is None."""

import re
from datetime import date, datetime
from decimal import Decimal

import pytest
from ibis import _

from alongside.facts.tables import training
from alongside.facts.world import World
from alongside.law import must, sql, tally
from alongside.packs import PACKS
from alongside.packs.asking import ask

from .invented import CITE, hours_rule, worker, workers
from .passing import ON
from .test_each_criterion_fails_alone import RULES, one_edit_away

PACK = PACKS["wisconsin_crs"]


@pytest.mark.parametrize("rule", RULES)
def test_types_that_come_back(rule):
    for answer in one_edit_away(rule).values():
        assert {type(day) for day in (answer.due, answer.changes_on)} <= {date, type(None)}
        assert {type(c.holds) for c in answer.criteria} <= {bool, type(None)}
        for name, value in answer.facts.items():
            assert type(value) in (date, datetime, bool, int, Decimal, str, type(None)), (name, value)
            assert not name.endswith("_on") or type(value) in (date, type(None)), (name, value)
            assert not name.startswith(("has_", "is_")) or type(value) in (bool, type(None)), (name, value)


def test_hours_are_exact():
    rule = hours_rule(1, date(2020, 1, 1))
    tenths = ["0.10"] * 10

    (answer,) = ask(rule, World(worker("a", date(2024, 1, 1), *tenths)), on=ON)

    assert answer.facts["juggled"] == Decimal("1.00")
    assert answer.answer == "met"


def test_a_fact_may_be_shown_and_compared_in_one_rule():
    """Ibis 12 with sqlglot 30 lets the alias of a sub-question used twice in one SELECT leak into its second use."""
    total = _.juggled
    said = {"fix": "", "who": ""}
    rule = hours_rule(
        8,
        date(2020, 1, 1),
        facts=(
            tally(training, "staff_id", juggled=_.hours.sum()),
            {"shown": total, "is_enough": total >= 8, "more": total + 1},
        ),
        criteria=(
            must("JUG-1.enough", "juggle 8 hours ({shown})", _.is_enough, CITE, **said),
            must("JUG-1.again", "juggle 8 hours ({juggled}, then {more})", (total >= 8) & (_.shown >= 8), CITE, **said),
        ),
        due=_.started_on,
    )

    answers = ask(rule, World(workers(worker("a", date(2024, 1, 1), 4, 4), worker("b", date(2024, 1, 1)))), on=ON)

    assert {a.key: [c.sentence for c in a.criteria] for a in answers} == {
        "a": ["juggle 8 hours (8)", "juggle 8 hours (8, then 9)"],
        "b": ["juggle 8 hours (0)", "juggle 8 hours (0, then 1)"],
    }


@pytest.mark.parametrize("engine", ["duckdb", "postgres", "pyspark"])
@pytest.mark.parametrize("rule", [PACK.rule("ELG-1"), PACK.rule("TRN-1"), PACK.rule("DSC-3")], ids=lambda rule: rule.id)
def test_the_sql_binds_the_day_and_the_people_and_nothing_else(rule, engine):
    for version, until in rule.versions():
        text = sql(version, until, engine, some=True)

        assert not re.search(r"(?i)asked_(on|about)\(", text)
        assert text is sql(version, until, engine, some=True), "compiled once, then kept"
