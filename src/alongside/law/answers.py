"""A rule becomes a table: facts, then criteria, then the answer. One row in, one row out.

Ibis compiles; whoever asks executes. Two functions stand in the SQL for what is bound when it runs: the day, and the
people asked about. So the SQL of a rule version is made once for each engine and kept.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from functools import cache, reduce
from operator import or_
from typing import Any

import ibis
from ibis.expr.types import Table

from .dates import after, asked_on, earliest
from .rule import DOES_NOT_APPLY, FACTS_MISSING, MET, NOT_MET, NOT_YET_DUE, PERSON, Rule

Choices = tuple[tuple[str, str], ...]

# Left to itself Ibis folds each named fact into every place that reads it, and the SQL grows tenfold.
ibis.options.sql.fuse_selects = False

# How each engine takes the day and the keys: two names to bind, on and about.
ENGINES: Mapping[str, tuple[str, str]] = {
    "postgres": ("CAST(%(on)s AS DATE)", r"\1 = ANY(%(about)s)"),
    "duckdb": ("CAST($on AS DATE)", r"list_contains($about, \1)"),
    "pyspark": ("CAST(:on AS DATE)", r"array_contains(:about, \1)"),
}


@ibis.udf.scalar.builtin
def asked_about(root: str) -> bool:  # type: ignore[empty-body]
    """Whether this person is one of those asked about. Bound when the SQL runs."""


@cache
def sql(rule: Rule, until: datetime.date | None, engine: str, some: bool = False, choices: Choices = ()) -> str:
    """The SQL of one rule version on one engine, for everybody or (with `some`) for the people bound as `about`."""
    day, people = ENGINES[engine]
    text = str(ibis.to_sql(answers(rule, until, some=some, choices=choices), dialect=engine))
    if engine == "postgres":
        text = text.replace("%", "%%")
    if engine == "pyspark":
        text = text.replace("TIMEZONE(", "CONVERT_TIMEZONE('UTC', ")
    return re.sub(r"ASKED_ABOUT\(([^()]+)\)", people, text.replace("ASKED_ON()", day))


def answers(rule: Rule, until: datetime.date | None, *, some: bool = False, choices: Choices = ()) -> Table:
    """Rows of `rule.about` dated under this version, each with its facts and, as `law_…`, criteria and answer."""
    rows = rule.about.rows()
    if some:
        rows = rows.filter(asked_about(rows[rule.about.root]))
    given = dict(choices)
    readings = {f"reading_{r.id}": ibis.literal(r.chosen(given.get(r.id, r.default))) for r in rule.readings}
    facts = rows.mutate(law_key=rows[rule.about.key], asked_on=asked_on(), **readings)
    for step in rule.facts:
        facts = facts.mutate(**step) if isinstance(step, dict) else step(facts)
    facts = facts.mutate(law_dated_on=rule.dated_by)
    # The newest version takes undated rows, the oldest those before its time: nobody vanishes.
    if until is not None:
        facts = facts.filter(facts.law_dated_on < until)
    if rule.replaces is not None:
        facts = facts.filter((facts.law_dated_on >= rule.since).fill_null(until is None))
    return _answered(rule, until, _criteria(rule, facts))


def _criteria(rule: Rule, facts: Table) -> Table:
    named: dict[str, Any] = {}
    unknown = ibis.null("boolean")
    for n, criterion in enumerate(rule.criteria):
        holds, never = criterion.holds, ibis.literal(False)
        aside = never if criterion.unless is None else criterion.unless.fill_null(False)
        left = never if criterion.decide is None else criterion.decide.fill_null(False) & ~aside
        named[f"law_unless_{n}"] = aside
        named[f"law_decide_{n}"] = left
        named[f"law_holds_{n}"] = ibis.cases((aside, True), (left, unknown), else_=holds)
    applies = ibis.literal(True) if rule.applies is None else rule.applies
    due = ibis.null("date") if rule.due is None else rule.due
    return facts.mutate(law_applies=applies, law_due=due, **named)


def _answered(rule: Rule, until: datetime.date | None, t: Table) -> Table:
    binding = [n for n, criterion in enumerate(rule.criteria) if criterion.binds]
    asked = binding or range(len(rule.criteria))
    holds = {n: t[f"law_holds_{n}"] for n in asked}
    left = {n: t[f"law_decide_{n}"] for n in asked}
    no = ibis.literal(False)
    broken = reduce(or_, ((holds[n] == ibis.literal(False)).fill_null(False) for n in binding), no)
    unknown = reduce(or_, (holds[n].isnull() & ~left[n] for n in asked), no)
    open_ = reduce(or_, left.values(), no)
    dated = t.law_dated_on
    in_force = dated >= rule.since if rule.repealed_on is None else (dated >= rule.since) & (dated < rule.repealed_on)
    in_time = (t.law_due >= t.asked_on).fill_null(False)
    answer = ibis.cases(
        (~t.law_applies.fill_null(True), DOES_NOT_APPLY),
        (~in_force.fill_null(True), DOES_NOT_APPLY),
        (dated.isnull() | t.law_applies.isnull(), FACTS_MISSING),
        (broken & in_time, NOT_YET_DUE),
        (broken, NOT_MET),
        (unknown, FACTS_MISSING),
        (open_, PERSON),
        else_=MET,
    )
    overdue_from = ibis.ifelse(in_time, after(t.law_due, days=1), ibis.null("date"))
    own = ibis.null("date") if rule.changes_on is None else rule.changes_on.resolve(t)
    ends = [ibis.literal(day) for day in (until, rule.repealed_on) if day is not None]
    ahead = [ibis.ifelse(day > t.asked_on, day, ibis.null("date")) for day in (own, *ends)]
    return t.mutate(law_answer=answer, law_changes_on=earliest(overdue_from, *ahead))
