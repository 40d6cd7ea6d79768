"""Many small worlds in one: each becomes a person of its own, so that one query answers all of them."""

from datetime import timedelta
from functools import cache

from alongside.facts.tables import TABLES
from alongside.facts.world import World
from alongside.packs.asking import ask

from .passing import CHOICES, EARLY, ON, WORLDS

ROOTS = {"participant": "medicaid_id", "staff": "staff_number"}
# What takes the place of a value: something else a clerk may have written there.
OTHER_TEXT = "  "


def keyed(tables, name):
    """The same facts about a person of this name; keys differ from everybody else's."""
    found = {}
    for table, rows in tables.items():
        root = TABLES[table].root
        found[table] = []
        for number, row in enumerate(rows):
            keys = {TABLES[table].key: f"{name} {table} {number:02d}", root: name}
            if table in ROOTS:
                keys[ROOTS[table]] = name
            if "discharge_id" in row:
                keys["discharge_id"] = f"{name} {row['discharge_id']}"
            found[table].append({**row, **keys})
    return found


def ask_each(rule, worlds, on, choices=None):
    """Name to the answers about that person, for worlds given by name. Person rows a world leaves out are added."""
    together = {table: [] for table in TABLES}
    for name, tables in worlds.items():
        root = "staff" if TABLES[rule.about.name].root == "staff_id" else "participant"
        for table, rows in keyed({root: [{}], **tables}, name).items():
            together[table] += rows
    found = {name: [] for name in worlds}
    for answer in ask(rule, World(together), on=on, choices=choices):
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
            if table not in ROOTS and not (table == "discharge" and "discharge_summary" in tables):
                yield f"no {table} {number}", {**tables, table: rows[:number] + rows[number + 1 :]}
            for column, value in row.items():
                for other in others(TABLES[table].columns[column], value):
                    changed = [*rows[:number], {**row, column: other}, *rows[number + 1 :]]
                    yield f"{table} {number} {column}={other}", {**tables, table: changed}


def others(column, value):
    if value is None or column.is_required:
        return []
    if column.type == "boolean":
        return [None, not value]
    if column.type == "date":
        return [None, *(value + timedelta(days=days) for days in (-1000, -400, -1, 1, 20, 60, 400, 10_000))]
    if column.type == "int32":
        return [None, 1, 1000]
    if column.type.startswith("decimal"):
        return [None, "0.25"]
    return [None, *(word for word in column.words if word != value)] if column.words else [None, OTHER_TEXT]
