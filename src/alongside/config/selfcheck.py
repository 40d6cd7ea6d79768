"""What has to be true before anything is served. Each flaw is a sentence: what is wrong, and how to put it right."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from alongside.access.protect import UNTOUCHABLE, record_models, watched_tables
from alongside.access.row_policies import SPECIAL
from alongside.ledger.database import TRIGGER

RUN_MIGRATE = "Run `alongside migrate` as the owner."


class NotFit(Exception):
    """The installation must not serve. `flaws` are the sentences."""

    def __init__(self, flaws: list[str]) -> None:
        super().__init__("Alongside does not start:\n" + "\n".join(f"- {flaw}" for flaw in flaws))
        self.flaws = flaws


def refuse_unless_fit() -> None:
    """Raise NotFit with every flaw found on the runtime connection and in the settings."""
    connection = connections["default"]
    flaws = setting_flaws()
    with connection.cursor() as cursor:
        first = role_flaws(cursor) + migration_flaws(connection)
        flaws += first + durability_flaws(cursor)
        if not first:  # else every table would be reported, one by one
            flaws += row_flaws(cursor) + grant_flaws(cursor) + ledger_flaws(cursor)
    if flaws:
        raise NotFit(flaws)


def setting_flaws() -> list[str]:
    """Settings that are wrong wherever it is served."""
    cache = settings.CACHES["default"]["BACKEND"]
    checks = (
        (settings.DEBUG, "DEBUG is on: pages would show people's records in error reports. Turn it off."),
        ("*" in settings.ALLOWED_HOSTS, "ALONGSIDE_HOSTS allows every host name. Name the ones that are served."),
        (
            "dummy" in cache or "locmem" in cache,
            "The cache is not shared between processes: limits on sign-in attempts do not count. Use the database's.",
        ),
    )
    return [sentence for is_wrong, sentence in checks if is_wrong]


def migration_flaws(connection: Any) -> list[str]:
    """Migrations that were not run."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if not plan:
        return []
    names = ", ".join(f"{migration.app_label}.{migration.name}" for migration, _ in plan[:3])
    return [f"The database is behind by {len(plan)} migrations ({names}…). {RUN_MIGRATE}"]


def role_flaws(cursor: Any) -> list[str]:
    """A runtime role that row-level security does not hold."""
    cursor.execute(
        """
        select current_user, rolsuper, rolbypassrls, rolcreaterole,
            exists (select 1 from pg_class where relowner = r.oid and relnamespace = 'public'::regnamespace),
            exists (select 1 from pg_class c where c.relnamespace = 'public'::regnamespace and c.relowner <> r.oid
                    and pg_has_role(r.oid, c.relowner, 'member'))
        from pg_roles r where rolname = current_user
        """
    )
    role, *is_so = cursor.fetchone()
    give = "Give DATABASE_URL the runtime role, and the owner in DATABASE_OWNER_URL only."
    words = (
        f"is a superuser, and sees every program whatever the policies say. {give}",
        f"has BYPASSRLS, and sees every program whatever the policies say. `alter role {role} nobypassrls`.",
        f"may create roles, and could give itself any right. `alter role {role} nocreaterole`.",
        f"owns tables, and could drop their policies. {give}",
        f"is a member of the role that owns the tables. `revoke` that membership. {give}",
    )
    return [f"The database role {role} {word}" for word, wrong in zip(words, is_so, strict=True) if wrong]


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


def durability_flaws(cursor: Any) -> list[str]:
    """Server settings under which a confirmed write can be lost."""
    names = ("fsync", "full_page_writes", "synchronous_commit")
    cursor.execute("select name, setting from pg_settings where name = any (%s) and setting = 'off'", [list(names)])
    return [
        f"The database server runs with {name} off: what it confirmed can be lost in a power cut. Turn it on."
        for name, _ in cursor.fetchall()
    ]
