"""A step that looks into several tables at once: of the subject only what the conditions read goes along.

A month of services is judged by it; with one step after the other the SQL is ten times as long.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import ibis
from ibis.expr.types import Table

from alongside.law.rule import About, Step


@dataclass(frozen=True)
class Look:
    """Facts summed up over the rows of a table that share a key with the subject and meet a condition.

    In the condition `its.x` is fact `x` of the subject, as in `law.tally`. Counts and any-of are zero or no where
    nothing is found; days and ranks are not known.
    """

    of: About
    by: str
    when: Any
    facts: dict[str, Any]


def look(of: About, by: str, when: Any = None, **facts: Any) -> Look:
    """A look into one table."""
    return Look(of, by, when, facts)


def gather(reads: tuple[str, ...], *looks: Look) -> Step:
    """All looks together. `reads` are the subject's facts that keys and conditions name."""

    def step(subject: Table) -> Table:
        narrow = subject.select(its_law_key=subject.law_key, **{f"its_{name}": subject[name] for name in reads})
        found = [_summed(narrow, one, f"of_key_{nth}") for nth, one in enumerate(looks)]
        joined: Any = subject
        for nth, one in enumerate(found):
            joined = joined.left_join(one, [("law_key", f"of_key_{nth}")])
        named = {name: joined[name] for name in subject.columns}
        return joined.select(**named, **_nothing_is_none(looks, found, joined))

    return step


def _summed(narrow: Table, one: Look, key: str) -> Table:
    rows = one.of.rows()
    joined = rows.join(narrow, [(one.by, f"its_{one.by}")])
    kept = joined if one.when is None else joined.filter(one.when)
    return kept.group_by(**{key: kept.its_law_key}).aggregate(**one.facts)


def _nothing_is_none(looks: tuple[Look, ...], found: list[Table], joined: Table) -> dict[str, Any]:
    named: dict[str, Any] = {}
    for one, table in zip(looks, found, strict=True):
        for name in one.facts:
            kind, value = table[name].type(), joined[name]
            is_counted = kind.is_boolean() or kind.is_int64()
            named[name] = value.fill_null(ibis.literal(0).cast(kind)) if is_counted else value
    return named
