"""A3: the runtime role's own connection, told one program, asks for rows of another in every way SQL has."""

from __future__ import annotations

import itertools
import random
from typing import Any

import cluster
import psycopg
from django.db import connection
from psycopg import sql

from alongside.access.protect import record_models
from alongside.config.embedded import start
from alongside.config.embedded_roles import APP

from ..bed import Found, Tell
from .programs import planted
from .statements import Statement, statements

SEATS = ("", "reviewer", "participant")  # as whom in the program: staff, the state's reviewer, a participant
# Words of the driver for a statement that was let in and waits for data.
LET_IN = (psycopg.errors.DataError,)


def run(size: int, tell: Tell) -> Found:
    """So many statements, spread over tables, statements, pairs of programs and seats."""
    found = Found(failures=_unguarded())
    chance, ways = random.Random(size), list(_ways())
    chance.shuffle(ways)
    plain = next(way for way in ways if way[0].how == "all there are" and not way[3])
    tables = [(model._meta.db_table, str(model._meta.pk.column)) for model in record_models()]
    address = start(cluster.FOLDER, cluster.FAST).address(APP)
    with address.connect(str(connection.settings_dict["NAME"]), autocommit=False) as held:
        for nth in range(size):
            turn, (table, key) = nth // len(tables), tables[nth % len(tables)]
            statement, mine, theirs, seat = ways[(turn + nth * 37) % len(ways)] if turn else plain
            said = _wrong(held, statement, table, key, mine, theirs, seat)
            found.tried += 1
            if said:
                found.failures.append(f"{table} {statement.how}, in {mine} as {seat or 'staff'}, of {theirs}: {said}")
            if nth and nth % 5000 == 0:
                tell(f"{nth:,} of {size:,} statements, {len(found.failures)} failures")
    found.measured = {"tables": str(len(tables)), "ways": str(len(ways))}
    return found


def _ways() -> Any:
    for statement, seat in itertools.product(statements(), SEATS):
        for mine, theirs in itertools.permutations(planted(), 2):
            yield statement, mine, theirs, seat


def _wrong(held: Any, statement: Statement, table: str, key: str, mine: str, theirs: str, seat: str) -> str:
    """What a statement came back with that it must not; empty where all is well. Nothing of it is kept."""
    programs = planted()
    own, other = programs[mine], programs[theirs]
    if table not in other.keys:
        return ""
    named = {"foreign": other.keys[table], "theirs": other.program.pk, "mine": own.program.pk}
    try:
        if statement.has_context:
            participant = str(own.person.pk) if seat == "participant" else ""
            _tell(held, str(own.program.pk), participant, "yes" if seat == "reviewer" else "")
        rows = _rows(held, statement, table, key, named)
    except psycopg.Error:
        return ""
    finally:
        held.rollback()
    if statement.is_refused:
        return "was let in"
    strange = {str(value) for row in rows for value in row} & {str(other.keys[table]), str(other.program.pk)}
    is_own = all(len(row) == 2 and str(row[1]) == str(own.program.pk) for row in rows)
    return f"came back with {sorted(strange) or rows[:1]}" if strange or (rows and not is_own) else ""


def _tell(held: Any, program: str, participant: str, reviewer: str) -> None:
    told = {"program": program, "actor": "", "request": "", "participant": participant, "reviewer": reviewer}
    words = ", ".join(f"set_config('alongside.{name}', %s, true)" for name in told)
    held.execute(f"select {words}", list(told.values()))


def _rows(held: Any, statement: Statement, table: str, key: str, named: dict[str, Any]) -> list[Any]:
    text = sql.SQL(statement.text).format(table=sql.Identifier(table), key=sql.Identifier(key))
    *first, last = text.as_string(held).split("; ")
    for one in first:
        held.execute(one)
    with held.cursor() as cursor:
        if last.startswith("copy"):
            with cursor.copy(last) as copy:
                return list(copy.rows()) if "to stdout" in last else []
        cursor.execute(last, named)
        return cursor.fetchall() if cursor.description else []


def _unguarded() -> list[str]:
    """The tables of records that lack a guard, by the catalogue."""
    with cluster.superuser().connect(str(connection.settings_dict["NAME"])) as held:
        guarded = {
            table
            for (table,) in held.execute(
                """
                select c.relname from pg_class c where c.relrowsecurity and c.relforcerowsecurity and exists (
                    select from pg_policy p where p.polrelid = c.oid and p.polpermissive)
                """
            )
        }
    missing = {model._meta.db_table for model in record_models()} - guarded
    return [f"{table} has no forced row-level security with a policy" for table in sorted(missing)]
