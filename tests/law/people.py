"""Many small worlds in one: each becomes a person of its own, so that one query answers all of them."""

from datetime import timedelta
from functools import cache

from alongside.facts.tables import TABLES
from alongside.facts.world import World
from alongside.packs.asking import ask

from .passing import CHOICES, EARLY, ON, WORLDS

ROOTS = {table.name: table.known_as for table in TABLES.values() if table.parent is None}
PERSONS = tuple(TABLES[name].key for name in ROOTS)
# What takes the place of a value: something else a clerk may have written there.
OTHER_TEXTS = ("  ", "I cleaned her flat")


def keyed(tables, name):
    """The same facts about a person of this name; keys differ from everybody else's."""
    found = {}
    # The first visit or plan of a world goes by its name, whatever points at it.
    firsts = {f"{name} {rows[0].get(TABLES[t].key)}" for t, rows in tables.items() if t in ROOTS and rows}
    for table, rows in tables.items():
        found[table] = []
        for number, row in enumerate(rows):
            keys = {TABLES[table].key: f"{name} {table} {number:02d}"}
            pointed = {column: f"{name} {row[column]}" for column in row if is_key(column) and row[column]}
            keys |= {column: name if key in firsts else key for column, key in pointed.items()}
            # A second visit or plan in one world is another one's, and keeps a key of its own.
            root = name if table not in ROOTS or number == 0 else keys[TABLES[table].key]
            keys |= {column: name for column in PERSONS if row.get(column)} | {TABLES[table].root: root}
            if table in ROOTS:
                keys[ROOTS[table]] = root
            found[table].append({**row, **keys})
    return found


def is_key(column):
    """Whether a column tells rows apart or points at one."""
    return column == "incident" or (column.endswith("_id") and column not in ROOTS.values())


def world_of(rule, worlds):
    """One world of many, given by name. Person rows a world leaves out are added."""
    root = next(name for name in ROOTS if TABLES[name].key == rule.about.root)
    together = {table: [] for table in TABLES}
    for name, tables in worlds.items():
        for table, rows in keyed({root: [{}], **tables}, name).items():
            together[table] += rows
    return World(together)


def ask_each(rule, worlds, on, choices=None):
    """Name to the answers about that person, for worlds given by name."""
    found = {name: [] for name in worlds}
    for answer in ask(rule, world_of(rule, worlds), on=on, choices=choices):
        if answer.root in found:
            found[answer.root].append(answer)
    return found


def held(answer):
    return {criterion.id: criterion.holds for criterion in answer.criteria}


@cache
def one_edit_away(rule):
    """Answers in the passing worlds of a rule and in each world one edit away from them, by the edit."""
    early = EARLY.get(rule.id, {})
    worlds = {"as it is": WORLDS[rule.id], **dict(edits(WORLDS[rule.id])), "early": early or WORLDS[rule.id]}
    worlds |= {f"early, {edit}": tables for edit, tables in edits(early)}
    answers = ask_each(rule, worlds, ON, CHOICES.get(rule.id))
    return {edit: said[0] for edit, said in answers.items() if said}


def edits(tables):
    """Every world one edit away: a row left out, a value not known, or a value of its kind in its place."""
    for table, rows in tables.items():
        for number, row in enumerate(rows):
            if table not in ROOTS and not is_named(tables, table, row):
                yield f"no {table} {number}", {**tables, table: rows[:number] + rows[number + 1 :]}
            for column, value in row.items():
                for other in others(TABLES[table].columns[column], value, points=is_key(column)):
                    changed = [*rows[:number], {**row, column: other}, *rows[number + 1 :]]
                    yield f"{table} {number} {column}={other}", {**tables, table: changed}


def is_named(tables, table, row):
    """Whether a row of another table points at this one."""
    key = TABLES[table].key
    return any(
        key in other and other[key] == row.get(key) for name in tables if name != table for other in tables[name]
    )


def others(column, value, points=False):
    if value is None or column.is_required:
        return []
    if points:
        return [None]
    if column.type == "boolean":
        return [None, not value]
    if column.type == "date":
        return [None, *(value + timedelta(days=days) for days in (-1000, -400, -1, 1, 20, 60, 400, 10_000))]
    if column.type == "timestamp":
        return [None, *(value + timedelta(minutes=minutes) for minutes in (-60 * 24 * 60, -1, 7, 60 * 24 * 60))]
    if column.type == "int32":
        return [None, 1, 1000]
    if column.type.startswith("decimal"):
        return [None, "0.25"]
    return [None, *(word for word in column.words if word != value)] if column.words else [None, *OTHER_TEXTS]
