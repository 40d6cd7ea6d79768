"""A table without one of its guards for a while: what lets a planted defect in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, LiteralString, cast

import psycopg

from .ground import Ground

FIND = """
select conrelid::regclass::text, pg_get_constraintdef(oid) from pg_constraint where conname = %s
"""


@contextmanager
def without(ground: Ground, constraint: str, clean_up: tuple[str, ...]) -> Iterator[None]:
    """Drop a constraint until the block ends. `clean_up` takes away what could not stand beside it."""
    with ground.connect() as connection:
        found = connection.execute(FIND, [constraint]).fetchone()
        if found is None:
            raise LookupError(f"There is no constraint {constraint}.")
        table, definition = found
        _do(connection, f"alter table {table} drop constraint {constraint}")
    try:
        yield
    finally:
        with ground.connect() as connection:
            for words in ("set session_replication_role = replica", *clean_up):
                _do(connection, words)
            _do(connection, f"alter table {table} add constraint {constraint} {definition}")


def _do(connection: psycopg.Connection[Any], words: str) -> None:
    connection.execute(cast(LiteralString, words))
