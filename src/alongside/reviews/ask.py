"""Asking the law of the records, through the request's own connection: its transaction, its program, its row policy."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

from django.db import connection

from alongside.access.context import current
from alongside.access.models import Program
from alongside.facts.contract import FactTable
from alongside.facts.moments import told
from alongside.facts.tables import TABLES
from alongside.law import Answer, Choices, Rule, explain
from alongside.packs import PACKS
from alongside.packs.compiled import rule_sql
from alongside.packs.pack import Pack

from .models import ReadingChoice
from .triggers import root_of


def choices() -> Choices:
    """The readings the program in context chose."""
    return tuple(sorted(ReadingChoice.objects.in_force().values_list("reading", "choice")))


def pack_in_context() -> Pack:
    """The law the program in context works under."""
    return PACKS[Program.objects.get(pk=program_in_context()).pack]


def rules_about(root_table: str) -> tuple[Rule, ...]:
    """The program's rules whose answers belong to a participant, or to a staff member, in the order of its pack."""
    return tuple(rule for rule in pack_in_context().rules if root_of(TABLES[rule.about.name]) == root_table)


def ask(
    rule: Rule, *, on: datetime.date, roots: Sequence[UUID] | None = None, given: Choices | None = None
) -> Iterator[Answer]:
    """Answers of every version of a rule on a day, for everyone of the program or for some people."""
    for version, row in ask_rows(rule, on=on, roots=roots, given=given):
        yield explain(version, told(row), on)


def ask_rows(
    rule: Rule, *, on: datetime.date, roots: Sequence[UUID] | None = None, given: Choices | None = None
) -> Iterator[tuple[Rule, dict[str, Any]]]:
    """The same before it is put into words: each row with the version of the rule that judged it."""
    given = choices() if given is None else given
    bound = {"on": on, "about": list(roots or ())}
    for version, until in rule.versions():
        with connection.cursor() as cursor:
            cursor.execute(rule_sql(version, until, "postgres", some=roots is not None, choices=given), bound)
            names = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                yield version, dict(zip(names, row, strict=True))


def ask_all(root_table: str, root: UUID, *, on: datetime.date, topics: Sequence[str] = ()) -> list[Answer]:
    """Every answer about one participant or staff member, computed now; of some topics only, such as ELG, if named."""
    given = choices()
    asked = [rule for rule in rules_about(root_table) if not topics or rule.id.partition("-")[0] in topics]
    return [answer for rule in asked for answer in ask(rule, on=on, roots=[root], given=given)]


def whose_dates_passed(after: datetime.date, until: datetime.date) -> dict[str, set[UUID]]:
    """People with a recorded day that came or passed between two days: their answers may change by themselves."""
    found: dict[str, set[UUID]] = {}
    for table in TABLES.values():
        days = [name for name, column in table.columns.items() if column.type == "date"]
        if days:
            came = " OR ".join(f'"{name}" BETWEEN %(after)s AND %(until)s' for name in days)
            found.setdefault(root_of(table), set()).update(_roots(table, came, after, until))
    return found


def _roots(table: FactTable, came: str, after: datetime.date, until: datetime.date) -> Iterable[UUID]:
    with connection.cursor() as cursor:
        # Table and column names come from the fact tables' own declaration.
        cursor.execute(
            f'SELECT DISTINCT "{table.root}" FROM "{table.name}" WHERE {came}', {"after": after, "until": until}
        )
        return [row[0] for row in cursor.fetchall()]


def program_in_context() -> UUID:
    """The program being acted in. Without one there is nothing to ask about."""
    program = current().program
    if program is None:
        raise LookupError("No program is in context: enter `acting(program=…)` first.")
    return program
