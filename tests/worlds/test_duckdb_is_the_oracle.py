"""Invented counties: DuckDB and the plain-Python oracle say the same of everybody, criterion by criterion.

ALONGSIDE_WORLDS=10000 asks of that many counties; a failure names the seed and prints the least world that shows it.
"""

import os
from decimal import Decimal

import pytest

from alongside.facts.world import World
from alongside.packs import PACKS
from alongside.packs.asking import ask

from .county import County, of_person, smallest
from .oracle import RULES, verdicts

PACK = PACKS["wisconsin_crs"]
WORLDS = int(os.environ.get("ALONGSIDE_WORLDS", "60"))


def as_oracle_sees(tables):
    """Hours as numbers; a world file may write them as text."""
    return {
        name: [{**row, "hours": Decimal(row["hours"])} if row.get("hours") else row for row in rows]
        for name, rows in tables.items()
    }


def disagreements(tables, on, choices, rules=RULES):
    """(rule, key, what the rule says, what the oracle says) wherever the two part."""
    world, plain = World(tables), as_oracle_sees(tables)
    for rule in rules:
        expected = verdicts(plain, rule, on, choices)
        found = {answer.key: answer for answer in ask(PACK.rule(rule), world, on=on, choices=choices)}
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


def explained(seed, county, rule, root):
    """The fault on the least facts that show it."""
    least = smallest(
        of_person(county.tables, root),
        lambda tables: any(True for _ in disagreements(tables, county.on, county.choices, [rule])),
    )
    (found, *_rest) = disagreements(least, county.on, county.choices, [rule])
    return f"seed {seed}, {rule} on {county.on} {county.choices}\n  rule   {found[2]}\n  oracle {found[3]}\n  {least}"


@pytest.mark.parametrize("seed", range(WORLDS))
def test_a_county_is_judged_as_the_oracle_judges_it(seed):
    county = County(seed)

    for rule, root, *_ in disagreements(county.tables, county.on, county.choices):
        pytest.fail(explained(seed, county, rule, root))
