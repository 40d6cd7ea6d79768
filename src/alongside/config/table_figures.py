"""How many rows each table has, and one hash over them all whatever their order: what a restore is held against."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from psycopg import sql

# They change with every request, and a restore ends every session anyway.
LEFT_OUT = ("django_session", "cache_entry")

# Rows as text differ between settings of a session, so these are set the same whenever figures are taken.
_PLAIN = (
    "set local timezone = 'UTC'", "set local datestyle = 'ISO, YMD'", "set local intervalstyle = 'postgres'",
    "set local extra_float_digits = 1", "set local bytea_output = 'hex'",
)  # fmt: skip

# The sum of two slices of each row's SHA-256: it needs no order and hardly any memory.
_FIGURES = """
    select count(*), coalesce(sum(('x' || substr(h, 1, 15))::bit(60)::bigint), 0)::text || '-'
        || coalesce(sum(('x' || substr(h, 16, 15))::bit(60)::bigint), 0)::text
    from (select encode(sha256(convert_to(t::text, 'UTF8')), 'hex') as h from public.{table} t) hashed
"""

Figures = dict[str, tuple[int, str]]


def tables(connection: Any) -> list[str]:
    """The tables figures are taken of, by name."""
    found = connection.execute(
        "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace "
        "and relname <> all (%s) order by 1",
        [list(LEFT_OUT)],
    )
    return [name for (name,) in found]


def figures(connection: Any) -> Figures:
    """Rows and hash of each table. Inside a transaction, on a connection that row policies do not hold."""
    for setting in _PLAIN:
        connection.execute(setting)
    found = {}
    for table in tables(connection):
        rows, hashed = connection.execute(sql.SQL(_FIGURES).format(table=sql.Identifier(table))).fetchone()
        found[table] = (int(rows), str(hashed))
    return found


def as_json(found: Figures) -> bytes:
    """The figures as they are kept."""
    return json.dumps(found, sort_keys=True).encode()


def from_json(text: bytes) -> Figures:
    """The figures as they were kept."""
    return {table: (int(rows), str(hashed)) for table, (rows, hashed) in json.loads(text).items()}


def differences(kept: Mapping[str, tuple[int, str]], now: Mapping[str, tuple[int, str]]) -> list[str]:
    """A sentence for each table that is not as it was; none where all are."""
    found = []
    for table in sorted(set(kept) | set(now)):
        before, after = kept.get(table), now.get(table)
        if before is None or after is None:
            found.append(f"The table {table} {'was not in the backup' if before is None else 'is missing'}.")
        elif before[0] != after[0]:
            found.append(f"The table {table} has {after[0]} rows; the backup was made of {before[0]}.")
        elif before != after:
            found.append(f"The table {table} has its {after[0]} rows, but not with the content of the backup.")
    return found
