"""Worked cases: facts in, expected answer out, as text tables beside the rules they try.

A file holds blocks. A block begins with `rule: ID`, then a heading line, then one line for each case, columns apart by `|`.
The columns `case`, `on`, `answer` are needed; `not held` and `advice` list criteria, `choices` sets readings (`name=choice`),
`because` says why. Every other column is a fact table with the columns its cells fill: `training (topic, hours, held_on)`.
A cell holds rows apart by `;`, values apart by `,`; `*` stands for each allowed word, an empty value is not known.
A case is about the first row of the table its rule is about.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from alongside.facts.contract import Column, FactTable
from alongside.facts.tables import TABLES

PERSON = {
    "participant_id": ("participant", "1000000001"),
    "staff_id": ("staff", "S001"),
    "oversight_id": ("documentation_oversight", "O1"),
    "provider_id": ("provider", "Heron House"),
}

# Columns that name somebody of another table by another name.
ALSO = {"supervisor_id": "staff_id", "author_id": "staff_id"}

# A case is about one discharge, or one service: what belongs to it is joined by this key.
SHARED = {"discharge_id": "D1", "service_id": "V1", "provider_location_id": "L1"}


@dataclass(frozen=True)
class Case:
    """One worked case. `tables` is its world; `not_held` and `advice` are criterion ids, None where not stated."""

    id: str
    rule: str
    on: datetime.date
    tables: dict[str, list[dict[str, Any]]]
    answer: str
    not_held: frozenset[str] | None
    advice: frozenset[str] | None
    choices: dict[str, str]
    due: datetime.date | None
    because: str
    cells: tuple[tuple[str, str], ...]


class BadCase(ValueError):
    """A case file that cannot be read: says the file, the line, what was found and what was expected."""


def read_cases(folder: Path) -> list[Case]:
    """Every case in a pack's folder, in the order of files and lines."""
    return [case for path in sorted(folder.glob("*.txt")) for case in _file(path)]


def _file(path: Path) -> Iterator[Case]:
    rule = ""
    heading: list[str] = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("rule:"):
            rule, heading = line.removeprefix("rule:").strip(), []
            continue
        cells = [cell.strip() for cell in line.split("|")]
        if not heading:
            heading = cells
            continue
        try:
            yield _case(rule, heading, cells)
        except (ValueError, KeyError) as wrong:
            raise BadCase(f"{path.name}, line {number}: {wrong}") from wrong


def _case(rule: str, heading: list[str], cells: list[str]) -> Case:
    if len(cells) != len(heading):
        raise ValueError(f"found {len(cells)} cells, expected {len(heading)}: {', '.join(heading)}")
    given = dict(zip(heading, cells, strict=True))
    case = Case(
        id=given.pop("case"),
        rule=rule,
        on=datetime.date.fromisoformat(given.pop("on")),
        answer=given.pop("answer"),
        not_held=_listed(given.pop("not held", "")),
        advice=_listed(given.pop("advice", "")),
        choices=dict(pair.split("=", 1) for pair in given.pop("choices", "").split(";") if pair),
        due=_day(given.pop("due", "")),
        because=given.pop("because", ""),
        tables={},
        cells=tuple(given.items()),
    )
    for name, cell in given.items():
        _rows(name, cell, case.tables)
    return case


def _listed(cell: str) -> frozenset[str] | None:
    if not cell:
        return None
    return frozenset() if cell == "none" else frozenset(name.strip() for name in cell.split(","))


def _rows(heading: str, cell: str, tables: dict[str, list[dict[str, Any]]]) -> None:
    name, _, listed = heading.partition("(")
    table = TABLES[name.strip()]
    columns = [column.strip() for column in listed.rstrip(") ").split(",")]
    person, key = PERSON.get(table.root) or _own_root(table)
    own = {table.root: key, **({table.known_as: key} if table.parent is None else {})}
    if table.parent is not None:
        tables.setdefault(person, [{table.root: key, table.known_as: key}])
    for row in filter(None, (row.strip() for row in cell.split(";"))):
        values = [value.strip() for value in row.split(",")]
        if len(values) != len(columns):
            raise ValueError(f"{heading}: found {row!r}, expected values for {', '.join(columns)}")
        for filled in _each_word(dict(zip(columns, values, strict=True)), table.columns):
            place = tables.setdefault(table.name, [])
            shared = {name: key for name, key in SHARED.items() if name in table.columns}
            made = {**own, **shared, **filled}
            if table.parent is None and table.root in PERSON:
                # Whoever a row named before is written down here, by the id readers know as well.
                made = {**made, table.known_as: filled.get(table.known_as, made[table.root])}
                nth = next((n for n, row in enumerate(place) if row[table.root] == made[table.root]), len(place))
                place[nth : nth + 1] = [made]
            else:
                place.append(made)
            for column in [*PERSON.keys() & filled.keys() - {table.key}, *ALSO.keys() & filled.keys()]:
                _stands(ALSO.get(column, column), filled[column], tables)


def _own_root(table: FactTable) -> tuple[str, str]:
    """The table such as a visit that rows belong to, where it is no person's, with the key it goes by."""
    while table.parent is not None:
        table = table.parent
    return table.name, f"{table.name} 1"


def _stands(column: str, key: str | None, tables: dict[str, list[dict[str, Any]]]) -> None:
    """Somebody else a row names, such as the staff member who gave a service, is there."""
    table = TABLES[PERSON[column][0]]
    there = tables.setdefault(table.name, [])
    if key is not None and all(row[table.key] != key for row in there):
        there.append({table.key: key, table.known_as: key})


def _each_word(row: dict[str, str], columns: dict[str, Column]) -> Iterator[dict[str, Any]]:
    starred = next((name for name, value in row.items() if value == "*"), None)
    for word in columns[starred].words if starred else (None,):
        filled = {**row, starred: word} if starred else row
        yield {name: _value(columns[name], value) for name, value in filled.items()}


def _value(column: Column, value: Any) -> Any:
    if value in ("", None):
        return None
    if column.type == "boolean":
        return {"yes": True, "no": False}[value]
    return int(value) if column.type == "int32" else value


def _day(cell: str) -> datetime.date | None:
    return datetime.date.fromisoformat(cell) if cell else None
