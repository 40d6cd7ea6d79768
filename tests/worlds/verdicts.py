"""The oracle's word on every row, whichever rule is asked."""

from alongside.facts.tables import TABLES

from . import oracle, oracle_of_care, oracle_of_network, oracle_of_oversight, oracle_of_reviews

# What each rule is asked of, and the function that answers it.
RULES = {
    **oracle.RULES,
    **oracle_of_care.RULES,
    **oracle_of_network.RULES,
    **oracle_of_oversight.RULES,
    **oracle_of_reviews.RULES,
}


def verdicts(world, rule, on, choices=None):
    """Key of the row asked about to its verdict, for every row of the world."""
    table, judge = RULES[rule]
    return {row[TABLES[table].key]: judge(world, row, on, choices or {}) for row in world.get(table, [])}
