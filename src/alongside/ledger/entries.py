"""An entry as text, and its hash: what database.sql writes, worked out a second time in Python."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from .tree import leaf_hash

# Everything as text, so that no driver or time zone has a say. `hash` is what the database stored.
COLUMNS = """
    e.entry_id::text as entry, e.transaction::text as transaction,
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
    e.program_id::text as program, e.actor_id::text as actor, e.database_role, e.request, e.act,
    e.table_name as "table", e.row_id as "row", e.subject_id::text as subject, e.columns,
    e.old_hash, e.new_hash, e.detail, e.hash
"""


def rows(cursor: Any) -> Iterator[dict[str, Any]]:
    """The result of a query, row by row, by the names of its columns."""
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))


NAMES = (
    "act", "actor", "at", "columns", "database_role", "detail", "entry", "new_hash", "old_hash", "program", "request",
    "row", "subject", "table", "transaction",
)  # fmt: skip


def hash_of(entry: Mapping[str, Any]) -> str:
    """The hash an entry must have: SHA-256 over its canonical JSON (RFC 8785), in hexadecimal digits."""
    content = {name: entry[name] for name in NAMES}
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def leaf_of(sequence: int, entry_hash: str) -> bytes:
    """The leaf of an entry at its place. The place is part of the leaf, so that an entry that moved can be named."""
    return leaf_hash(sequence.to_bytes(8, "big") + bytes.fromhex(entry_hash))
