"""What a file cannot tell, and the rules therefore not asked of it: a column nobody keeps is no duty not met."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from alongside.facts.tables import TABLES
from alongside.law import Rule
from alongside.packs.pack import Pack

from .problems import listed

# Tables whose name does not take an s.
_UNCOUNTED = ("staff", "training", "coverage", "employment")


@dataclass(frozen=True)
class NotAsked:
    """Rules not asked, and the one reason they share. `is_about_nobody`: the file has no row they are about."""

    rules: tuple[str, ...]
    reason: str
    is_about_nobody: bool

    def __str__(self) -> str:
        return f"Not asked: {', '.join(self.rules)}. {self.reason}"

    @property
    def in_a_list(self) -> str:
        """For a list whose heading says that these were not asked."""
        return f"{', '.join(self.rules)}: {self.reason}"

    def as_json(self) -> dict[str, Any]:
        """For the command line's JSON."""
        return {"rules": list(self.rules), "reason": self.reason}


def not_asked(pack: Pack, told: Iterable[str]) -> list[NotAsked]:
    """Rules of the pack that columns (as table.column) leave unanswerable, those of one reason together."""
    columns = frozenset(told)
    tables = {column.partition(".")[0] for column in columns}
    reasons: dict[str, list[str]] = {}
    absent: dict[str, list[str]] = {}
    for rule in pack.rules:
        if rule.about.name not in tables:
            absent.setdefault(rule.about.name, []).append(rule.id)
        elif missing := [need for need in rule.needs if columns.isdisjoint(need.split(" or "))]:
            reasons.setdefault(_reason(missing, tables), []).append(rule.id)
    found = [NotAsked(tuple(rules), reason, is_about_nobody=False) for reason, rules in reasons.items()]
    if absent:
        rules = tuple(rule.id for rule in pack.rules if any(rule.id in ids for ids in absent.values()))
        found.append(NotAsked(rules, _tells_nothing(absent), is_about_nobody=True))
    return found


def asked(pack: Pack, left_out: Iterable[NotAsked]) -> list[Rule]:
    """The pack's other rules, in its order."""
    out = {rule for one in left_out for rule in one.rules}
    return [rule for rule in pack.rules if rule.id not in out]


def _reason(missing: list[str], tables: set[str]) -> str:
    by_table: dict[str, list[str]] = {}
    for column in missing:
        table, _, name = column.split(" or ")[0].partition(".")
        by_table.setdefault(table, []).append(name)
    nothing = [table for table in by_table if table not in tables]
    columns = [_of(table, name) for table, names in by_table.items() if table in tables for name in names]
    said = [f"no column for {listed(columns, most=20, joint='and')}"] if columns else []
    return " ".join([*([_tells_nothing(nothing)] if nothing else []), *(f"The file has {each}." for each in said)])


def _tells_nothing(tables: Iterable[str]) -> str:
    return f"The file tells nothing of {listed([*map(_several, tables)], most=30, joint='or')}."


def _several(table: str) -> str:
    word = table.replace("_", " ")
    if table in _UNCOUNTED:
        return word
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"


def _of(table: str, name: str) -> str:
    sentence = TABLES[table].columns[name].sentence.split(".")[0].split(":")[0]
    return f"{sentence[0].lower()}{sentence[1:]}"
