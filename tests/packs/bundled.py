"""The worked cases of the pack and those beside these tests, many in one world: one query answers a bundle of them."""

from collections import defaultdict
from functools import cache
from pathlib import Path

from alongside.facts.world import World
from alongside.packs import PACKS
from alongside.packs.cases import read_cases
from law.people import keyed

PACK = PACKS["wisconsin_crs"]
MORE = Path(__file__).parent / "cases"
CASES = [*read_cases(PACK.cases), *read_cases(MORE)]


@cache
def bundles(rule_id):
    """The worked cases of a rule, those asked on one day by one choice of readings in one world.

    A list of (day, choices, cases by the key of the row they are about, world).
    """
    about = PACK.rule(rule_id).about
    found = defaultdict(list)
    for number, case in enumerate(CASES):
        if case.rule == rule_id:
            found[case.on, tuple(sorted(case.choices.items()))].append((f"case {number}", case))
    bundled = []
    for (on, choices), named in found.items():
        tables, cases = defaultdict(list), {}
        for name, case in named:
            facts = keyed(case.tables, name)
            for table, rows in facts.items():
                tables[table] += rows
            cases[facts[about.name][0][about.key]] = case
        bundled.append((on, choices, cases, World(tables)))
    return bundled
