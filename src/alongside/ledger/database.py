"""Installs the ledger's functions and triggers. Called by access/protect.py as the owner, after every migration."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from psycopg import sql

FUNCTIONS = Path(__file__).with_name("database.sql")
TRIGGER = "ledger_write"


def install(cursor: Any, *, runtime_role: str, tables: Mapping[str, str]) -> None:
    """Create the functions, let the runtime role record events, and watch `tables` (name to key column), no others."""
    cursor.execute(FUNCTIONS.read_text())
    cursor.execute(
        sql.SQL("grant execute on function ledger_record(text, text, text, uuid, text, text[]) to {}").format(
            sql.Identifier(runtime_role)
        )
    )
    for table in _watched(cursor) - set(tables):
        cursor.execute(sql.SQL("drop trigger {} on {}").format(sql.Identifier(TRIGGER), sql.Identifier(table)))
    for table, key in tables.items():
        words = (
            "create or replace trigger {} after insert or update or delete on {} "
            "for each row execute function ledger_write({})"
        )
        cursor.execute(sql.SQL(words).format(sql.Identifier(TRIGGER), sql.Identifier(table), sql.Literal(key)))


def _watched(cursor: Any) -> set[str]:
    cursor.execute(
        "select c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgname = %s", [TRIGGER]
    )
    return {table for (table,) in cursor.fetchall()}
