"""The passing worlds of Illinois and every world one edit away from them: many agencies side by side in one world."""

from functools import cache

from alongside.facts.world import World
from alongside.packs import PACKS
from alongside.packs.asking import ask
from packs.bundled_illinois import CASES, FOR_ALL, own

from .passing_peers import PASSING, case
from .people import edits

PACK = PACKS["illinois_peer"]


@cache
def one_edit_away(rule):
    """Answers in the passing cases of a rule and in each world one edit away from them, by case and edit."""
    found = {}
    for name in PASSING[rule.id]:
        passing, tables = case(rule.id, name)
        changed = {**dict(edits(tables)), **dict(judged(rule, tables))}
        worlds = {name: tables} | {f"{name}, {edit}": facts for edit, facts in changed.items()}
        found |= answered(rule, worlds, passing.on, passing.choices)
    return found


def judged(rule, tables):
    """Texts that judge, from the worked cases that are about words, in place of the one that was written."""
    for one in CASES:
        if one.rule == rule.id and one.not_held == {f"{rule.id}.words"} and not one.choices:
            text, (first, *rest) = one.tables[rule.about.name][0]["body"], tables[rule.about.name]
            yield f"written as in {one.id}", {**tables, rule.about.name: [{**first, "body": text}, *rest]}


def answered(rule, worlds, on, choices=None):
    """Name to the answer about the first row of what the rule is about, for worlds given by name."""
    together = {}
    for name, tables in worlds.items():  # a fee schedule is the whole program's: one for all that are asked together
        together.setdefault(str(tables.get(FOR_ALL)), {})[name] = tables
    found = {}
    for some in together.values():
        tables, names = {}, {}
        for name, facts in some.items():
            for table, rows in own(facts, name).items():
                if table != FOR_ALL or not tables.get(FOR_ALL):
                    tables.setdefault(table, []).extend(rows)
                if table == rule.about.name and rows:
                    names[rows[0][rule.about.key]] = name
        answers = ask(rule, World(tables), on=on, choices=choices)
        found |= {names[answer.key]: answer for answer in answers if answer.key in names}
    return found
