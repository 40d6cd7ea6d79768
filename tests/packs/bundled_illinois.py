"""The worked cases of the Illinois pack, many in one world: one query answers a bundle of them."""

from collections import defaultdict
from functools import cache
from pathlib import Path

from alongside.facts.tables import TABLES
from alongside.facts.world import World
from alongside.packs import PACKS
from alongside.packs.cases import read_cases

PACK = PACKS["illinois_peer"]
MORE = Path(__file__).parent / "cases_illinois"
CASES = [*read_cases(PACK.cases), *read_cases(MORE)]
KNOWN_AS = {table.name: table.known_as for table in TABLES.values() if table.parent is None}
# Fee schedules are the program's, and no single case's.
FOR_ALL = "service_code"


def own(tables, name):
    """The same facts with keys nobody else has."""
    found = {}
    for table, rows in tables.items():
        found[table] = []
        for number, row in enumerate(rows):
            row = {TABLES[table].key: f"{table} {number}", **row}
            prefixed = {
                c: f"{name} {v}" for c, v in row.items() if v and (c.endswith("_id") or c == KNOWN_AS.get(table))
            }
            found[table].append({**row, **prefixed})
    return found


@cache
def bundles(rule_id):
    """The worked cases of a rule, those asked on one day by one choice of readings in one world.

    A list of (day, choices, cases by the key of the row they are about, world).
    """
    about = PACK.rule(rule_id).about
    found = defaultdict(list)
    for number, case in enumerate(CASES):
        if case.rule == rule_id:
            alone = number if FOR_ALL in case.tables else None
            found[case.on, tuple(sorted(case.choices.items())), alone].append((f"case {number}", case))
    bundled = []
    for (on, choices, _alone), named in found.items():
        tables, cases = defaultdict(list), {}
        for name, case in named:
            facts = own(case.tables, name)
            for table, rows in facts.items():
                tables[table] += rows
            cases[facts[about.name][0][about.key]] = case
        bundled.append((on, choices, cases, World(tables)))
    return bundled
