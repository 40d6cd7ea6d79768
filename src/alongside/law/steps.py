"""Steps that gather facts: one row in, the same row out, with more said about it."""

from __future__ import annotations

from typing import Any

import ibis
from ibis import _
from ibis.expr.types import Table

from .rule import About, Step


class _Its:
    """In a condition over related rows, `its.x` is fact `x` of the subject and `_.x` is a column of the related row."""

    def __getattr__(self, name: str) -> Any:
        return _[f"its_{name}"]

    __getitem__ = __getattr__


its = _Its()


def _beside(subject: Table, of: About, by: str, when: Any) -> Table:
    """Rows of `of` with the same `by` as the subject, the subject's facts beside them as `its_…`."""
    facts = subject.select(**{f"its_{name}": subject[name] for name in subject.columns})
    joined = of.rows().join(facts, [(by, f"its_{by}")])
    return joined if when is None else joined.filter(when)


def _attach(subject: Table, found: Table) -> Table:
    return subject.left_join(found, [("law_key", "of_key")]).drop("of_key")


def tally(of: About, by: str, when: Any = None, **facts: Any) -> Step:
    """Sums, counts and any-of over related rows. Nothing found counts as zero or no, never as unknown."""

    def step(subject: Table) -> Table:
        rows = _beside(subject, of, by, when)
        # By the subject's own key: several subjects may share what they are joined by.
        found = rows.group_by(of_key=rows.its_law_key).aggregate(**facts)
        joined = _attach(subject, found)
        kinds = {name: found[name].type() for name in facts}
        counted = [name for name, kind in kinds.items() if kind.is_numeric() or kind.is_boolean()]
        return joined.mutate(**{name: joined[name].fill_null(ibis.literal(0).cast(kinds[name])) for name in counted})

    return step


def latest(of: About, by: str, *order: Any, when: Any = None, **facts: Any) -> Step:
    """Facts of the last related row by `order`. Nothing found, or several last that differ, leaves them unknown."""

    def step(subject: Table) -> Table:
        rows = _beside(subject, of, by, when).mutate(**facts)
        last_first = ibis.window(group_by="its_law_key", order_by=[ibis.desc(day, nulls_first=False) for day in order])
        last = rows.mutate(nth=ibis.rank().over(last_first)).filter(_.nth == 0)
        one = {name: last[name].any() if last[name].type().is_boolean() else last[name].max() for name in facts}
        same = {name: ibis.ifelse(last[name].nunique() < 2, one[name], None) for name in facts}
        return _attach(subject, last.group_by(of_key=last.its_law_key).aggregate(**same))

    return step
