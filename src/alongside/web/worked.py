"""A rule's worked cases as its page prints them: the facts of each in words."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from alongside.facts.contract import LABELS
from alongside.law import said
from alongside.packs.book import cases_of
from alongside.packs.cases import Case
from alongside.packs.pack import Pack


@dataclass(frozen=True)
class Worked:
    """One case to read: `facts` are sentences without a full stop."""

    id: str
    on: datetime.date
    facts: tuple[str, ...]
    answer: str
    because: str


def worked(pack: Pack, rule_id: str) -> list[Worked]:
    """The worked cases of a rule, in the order of their file."""
    return [
        Worked(case.id, case.on, tuple(_facts(case)), case.answer, case.because)
        for case in cases_of(pack).get(rule_id, [])
    ]


def _facts(case: Case) -> Iterator[str]:
    for heading, cell in case.cells:
        table, _, listed = heading.partition("(")
        columns = [column.strip().replace("_", " ") for column in listed.rstrip(") ").split(",")]
        for row in filter(None, (row.strip() for row in cell.split(";"))):
            values = [value.strip() for value in row.split(",")]
            pairs = ", ".join(_pair(column, value) for column, value in zip(columns, values, strict=True))
            yield f"{table.strip().replace('_', ' ')}: {pairs}"
    for reading, choice in case.choices.items():
        yield f"by the reading {reading.replace('_', ' ')}: {choice}"


def _pair(column: str, value: str) -> str:
    if value == "*":
        return f"each {column}"
    try:
        return f"{column} {said(datetime.date.fromisoformat(value))}"
    except ValueError:
        return f"{column} {said(value, LABELS)}"
