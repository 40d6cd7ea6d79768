"""Invented counties: DuckDB and the plain-Python oracle say the same of everybody, criterion by criterion.

ALONGSIDE_WORLDS=10000 asks of that many counties; a failure prints the least world that shows it.
"""

import os
from decimal import Decimal

import pytest

from alongside.facts.world import World
from alongside.packs import PACKS
from alongside.packs.asking import ask

from .county import TOGETHER, counties, of_person, of_rule, smallest
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
        answers = ask(PACK.rule(rule), world, on=on, choices=of_rule(PACK.rule(rule), choices))
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
