"""`alongside rules` and `alongside ask`: the rule book, and any rule on invented facts."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

from alongside.facts.world import BadFacts, World
from alongside.law import Answer, Rule
from alongside.packs import PACKS, pack_of
from alongside.packs.asking import ask
from alongside.packs.book import as_json, as_page
from alongside.packs.pack import Pack

from .naming import nearest
from .problems import Refused, bad_facts, listed


def find(rule: str) -> tuple[Pack, Rule]:
    """The rule with this id, or the one that has the criterion. Case does not matter. Raises `Refused`."""
    known = {r.id.upper(): r.id for pack in PACKS.values() for r in pack.rules}
    of_criteria = {c.id.upper(): c.id for pack in PACKS.values() for r in pack.rules for c in r.criteria}
    try:
        id = of_criteria | known
        pack = pack_of(id.get(rule.upper(), rule))
    except KeyError as error:
        near = nearest(rule, [*known.values(), *(id for id in of_criteria.values() if "." not in id)])
        offer = f"Did you mean {listed(near)}? " if near else ""
        fix = f"{offer}“alongside rules” lists them."
        raise Refused(f"rule {rule}", "No pack has this rule", "a rule id such as TRN-1", fix) from error
    return pack, pack.rule(id.get(rule.upper(), rule))


def page(rule: str, width: int) -> str:
    """One rule as the page a program manager signs."""
    return as_page(*find(rule), width=width)


def overview() -> str:
    """Every rule in one line each, pack by pack."""
    lines = []
    for pack in PACKS.values():
        lines += [pack.name, ""]
        widest = max(len(rule.id) for rule in pack.rules)
        lines += [f"  {rule.id:<{widest}}  {rule.name}" for rule in pack.rules]
        lines += [""]
    return "\n".join([*lines, f"“alongside rules {pack.rules[-1].id}” prints one rule as its page."])


def rules_json(rule: str | None) -> str:
    """The rule book as data; of one rule only, where its id is given."""
    if rule is not None:
        return _json(as_json(*find(rule)))
    return _json([as_json(pack, r) for pack in PACKS.values() for r in pack.rules])


def ask_world(rule: str, path: Path, on: datetime.date) -> list[Answer]:
    """A rule's answers on the facts of a world file: {"table": [{column: value}, …], …}. Raises `Refused`."""
    _, found = find(rule)
    try:
        return ask(found, World(world_rows(path)), on=on)
    except BadFacts as error:
        raise bad_facts(path.name, error.problems) from error


def answers_json(answers: list[Answer]) -> str:
    """The contract's `answers` list."""
    return _json([answer.as_json() for answer in answers])


def world_rows(path: Path) -> dict[str, Any]:
    """The tables of a world file. Raises `Refused`."""
    shape = (
        'a JSON object of tables, each a list of rows: {"staff": [{"staff_number": "S1", "started_on": "2026-01-15"}]}'
    )
    try:
        given = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise Refused(
            str(path), f"It cannot be opened ({error.strerror})", "a world file", "Check the name."
        ) from error
    except (ValueError, RecursionError) as error:
        raise Refused(path.name, f"It does not read as JSON ({error})", shape, "Correct it there.") from error
    if not isinstance(given, dict):
        raise Refused(path.name, "It is JSON, but not an object of tables", shape, "Write it so.")
    return given


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
