"""Asking a pack's rules of a world of facts, on DuckDB."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from alongside.facts.world import World
from alongside.law import Answer, Reading, Rule, explain

from . import PACKS
from .compiled import rule_sql
from .pack import Pack, known_choices


def ask(
    rule: Rule,
    world: World,
    *,
    on: datetime.date,
    about: Sequence[str] | None = None,
    choices: Mapping[str, str] | None = None,
) -> list[Answer]:
    """Every answer of a rule, all versions, on a day; `about` narrows it to the people with these keys.

    `choices` are readings by id, of the rule's pack or, for a rule of none, its own. Raises ValueError where there is no
    such reading, or no such choice of it.
    """
    given = known_choices(_readings(rule), choices or {})
    bound = {"on": on} if about is None else {"on": on, "about": list(about)}
    return [
        explain(version, row, on)
        for version, until in rule.versions()
        for row in world.rows(rule_sql(version, until, "duckdb", some=about is not None, choices=given), bound)
    ]


def _readings(rule: Rule) -> list[Reading]:
    packs = [pack for pack in PACKS.values() if any(rule is own for own in pack.rules)]
    return [r for pack in packs for r in pack.readings] or [
        r for version, _ in rule.versions() for r in version.readings
    ]


def ask_all(pack: Pack, world: World, *, on: datetime.date, about: Sequence[str] | None = None) -> list[Answer]:
    """Every answer of every rule of a pack, in the pack's order."""
    return [answer for rule in pack.rules for answer in ask(rule, world, on=on, about=about)]
