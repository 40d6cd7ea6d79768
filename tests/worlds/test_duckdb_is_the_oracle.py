"""Invented counties: DuckDB and the plain-Python oracle say the same of everybody, criterion by criterion.

ALONGSIDE_WORLDS=10000 asks of that many counties; a failure prints the least world that shows it.
"""

import os
from decimal import Decimal

import pytest

from alongside.facts.world import World
from alongside.packs import PACKS
from alongside.packs.asking import ask
from packs.mutants import slipped_rules, slips

from .county import TOGETHER, counties, of_person, of_rule, smallest
from .verdicts import RULES, verdicts

PACK = PACKS["wisconsin_crs"]
WORLDS = int(os.environ.get("ALONGSIDE_WORLDS", "60"))


def as_oracle_sees(tables):
    """Hours as numbers; a world file may write them as text."""
    return {
        name: [{**row, "hours": Decimal(row["hours"])} if row.get("hours") else row for row in rows]
        for name, rows in tables.items()
    }


def disagreements(tables, on, choices, rules=RULES, made=PACK.rule, world=None):
    """(rule, root, what the rule says, what the oracle says) wherever the two part. `made` gives the rule of an id."""
    world, plain = world or World(tables), as_oracle_sees(tables)
    for rule in rules:
        expected = verdicts(plain, rule, on, choices)
        answers = ask(made(rule), world, on=on, choices=of_rule(made(rule), choices))
        found = {answer.key: answer for answer in answers}
        if found.keys() != expected.keys():
            yield rule, "", sorted(found), sorted(expected)
        for key, verdict in expected.items():
            said, wanted = differing(found[key], verdict)
            if said != wanted:
                yield rule, found[key].root, said, wanted


def differing(answer, verdict):
    if verdict.answer == "does not apply":
        return answer.answer, verdict.answer
    holds = {c.id: c.holds for c in answer.criteria}
    return (
        (answer.answer, answer.due, {name: holds[name] for name in verdict.holds}),
        (verdict.answer, verdict.due, verdict.holds),
    )


def explained(tables, on, choices, rule, root):
    """The fault on the least facts that show it."""

    def still_wrong(fewer):
        return any(True for _ in disagreements(fewer, on, choices, [rule]))

    least = smallest(of_person(tables, root), still_wrong)
    (_rule, _root, said, wanted), *_rest = disagreements(least, on, choices, [rule])
    return f"{rule} on {on}, {choices}\n  rule   {said}\n  oracle {wanted}\n  {least}"


@pytest.mark.parametrize("first", range(0, WORLDS, TOGETHER))
def test_counties_are_judged_as_the_oracle_judges_them(first):
    on, choices, tables = counties(first)

    for rule, root, *_ in disagreements(tables, on, choices):
        pytest.fail(explained(tables, on, choices, rule, root))


def test_the_oracle_speaks_of_every_rule():
    assert RULES.keys() == {rule.id for rule in PACK.rules}


PLANTED = (
    ("HOURS = 10", "10"), ("_.held_on <= its.due", "<="), ("months=3)", "3"), ("months=-12)", "12"),
    ("birthday(_.born_on, 14)", "14"), ("birthday(_.born_on, 18)", "18"), ("between(5, 16)", "5"),
    ("between(5, 16)", "16"), ("HALF_YEAR = 6", "6"),
    ("ABSENCE_DAYS = 90", "90"), ('_.screen_result == "eligible"', "'eligible'"),
)  # fmt: skip


@pytest.mark.parametrize("text,was", PLANTED, ids=[f"{was} in {text}" for text, was in PLANTED])
def test_invented_counties_tell_a_planted_slip(text, was):
    """A guard is shown to be able to fail: a rule with a slip of the pen is told from the oracle."""
    slip = next(slip for slip in slips("wisconsin_crs") if text in slip.text and slip.was == was)
    rules = {rule.id: rule for rule in slipped_rules(slip)}

    told = any(
        any(True for _ in disagreements(tables, on, choices, rules, made=rules.get))
        for on, choices, tables in map(counties, range(0, WORLDS, TOGETHER))
    )

    assert told
