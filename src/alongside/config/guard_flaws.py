"""Guards of the tables that are missing: row policies, rights and the ledger's triggers."""

from __future__ import annotations

from typing import Any

from alongside.access.protect import UNTOUCHABLE, record_models, watched_tables
from alongside.access.row_policies import SPECIAL
from alongside.ledger.database import TRIGGER

RUN_MIGRATE = "Run `alongside migrate` as the owner."


def row_flaws(cursor: Any) -> list[str]:
    """Tables of a program's data that the policies do not hold."""
    cursor.execute(
        """
        select c.relname, c.relrowsecurity, c.relforcerowsecurity,
            exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polpermissive)
        from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        """
    )
    found = {name: flags for name, *flags in cursor.fetchall()}
    words = ("row-level security is not enabled", "row-level security is not forced", "there is no row policy")
    flaws = []
    for table in sorted({model._meta.db_table for model in record_models()} | set(SPECIAL)):
        flags = found.get(table, [False, False, False])
        flaws += [
            f"On the table {table} {word}. {RUN_MIGRATE}" for word, is_so in zip(words, flags, strict=True) if not is_so
        ]
    return flaws


def grant_flaws(cursor: Any) -> list[str]:
    """Rights the runtime role must not have: they go around row policies, or into the ledger."""
    cursor.execute(
        """
        select c.relname, right_name from pg_class c,
            unnest(array['TRUNCATE', 'REFERENCES', 'TRIGGER', 'SELECT', 'INSERT', 'UPDATE', 'DELETE']) right_name
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
            and has_table_privilege(current_user, c.oid, right_name)
            and (right_name in ('TRUNCATE', 'REFERENCES', 'TRIGGER') or c.relname = any (%s))
        order by 1, 2
        """,
        [sorted(UNTOUCHABLE)],
    )
    return [f"The runtime role has {right} on {table}. {RUN_MIGRATE}" for table, right in cursor.fetchall()]


def ledger_flaws(cursor: Any) -> list[str]:
    """Tables whose changes would leave no trace."""
    cursor.execute(
        "select c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid "
        "where t.tgname = %s and t.tgenabled in ('O', 'A')",
        [TRIGGER],
    )
    watched = {table for (table,) in cursor.fetchall()}
    return [
        f"Changes of the table {table} do not reach the ledger. {RUN_MIGRATE}"
        for table in sorted(set(watched_tables()) - watched)
    ]
