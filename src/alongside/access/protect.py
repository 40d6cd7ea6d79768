"""The database's own guards, put in place by the owner after every migration; doing it again changes nothing.

Tables are found in Django's app registry: any model with a foreign key `program` is a program's record and gets forced
row-level security, an index that starts with the program, references that cannot leave the program, and the ledger's
trigger. A later app joins by having such a model. A model whose rows are computed says `is_ledgered = False`.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connections, models, transaction
from psycopg import sql

from alongside.ledger.database import install

from .models import Program
from .references import keep_references_inside
from .reviewer_rows import reviewer_policies
from .row_policies import BESIDES, RECORD, SPECIAL, Policy, seat_policies

READ_ONLY = {"django_migrations", "django_content_type", "auth_permission"}
NEVER_DELETED = {"program", "user_account"}
UNTOUCHABLE = {"ledger_entry", "ledger_sealed", "ledger_checkpoint"}


class Unprotected(Exception):
    """A model cannot be protected as it is. The text says which and what to change."""


def record_models() -> list[type[models.Model]]:
    """Every model whose rows belong to one program, in the order of the registry."""
    return [model for model in apps.get_models() if model._meta.db_table not in SPECIAL and _is_record(model)]


def _is_record(model: type[models.Model]) -> bool:
    options = model._meta
    if not options.managed or options.proxy:
        return False
    return any(field.name == "program" and field.related_model is Program for field in options.concrete_fields)


def protect(using: str) -> None:
    """Put every guard in place through this alias, which has to be the owner's. Raises Unprotected."""
    call_command("createcachetable", database=using, verbosity=0)
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        here = set(connections[using].introspection.table_names(cursor))  # after `migrate access`, others are not yet
        records = [model for model in record_models() if model._meta.db_table in here]
        tables: dict[str, tuple[Policy, ...]] = {model._meta.db_table: policies_of(model) for model in records}
        special = {table: (*policies, *reviewer_policies(table)) for table, policies in SPECIAL.items()}
        tables |= {table: policies for table, policies in special.items() if table in here}
        cursor.execute(_functions())
        for model in records:
            _refuse_hidden_tables(model)
        for table, policies in tables.items():
            _guard_rows(cursor, table, policies)
        keep_references_inside(cursor, records)
        for table in tables:
            cursor.execute(sql.SQL("alter table {} force row level security").format(sql.Identifier(table)))
        _grant(cursor, runtime_role())
        install(cursor, runtime_role=runtime_role(), tables={t: k for t, k in watched_tables().items() if t in here})


def policies_of(model: type[models.Model]) -> tuple[Policy, ...]:
    """The row policies of a record table: its program's rows, from a participant's own seat that person's, and from a
    state reviewer's what was sent."""
    table = model._meta.db_table
    whose = "root" if table == "stale" else "participant_id"
    column = whose if any(field.column == whose for field in model._meta.concrete_fields) else None
    return (*RECORD, *BESIDES.get(table, ()), *seat_policies(table, column), *reviewer_policies(table))


def lift(using: str) -> None:
    """Let the owner see every row while it migrates: checking a new reference reads whole tables. The runtime role
    stays under its policies. Should the migration fail, the self-check refuses to serve until one succeeds."""
    with connections[using].cursor() as cursor:
        cursor.execute(
            "select relname from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity"
        )
        for (table,) in cursor.fetchall():
            cursor.execute(sql.SQL("alter table {} no force row level security").format(sql.Identifier(table)))


def runtime_role() -> str:
    """The role the application runs as."""
    return str(settings.DATABASES["default"]["USER"])


def watched_tables() -> dict[str, str]:
    """The tables whose changes the ledger keeps, each with its key column."""
    guarded = [*record_models(), *(model for model in apps.get_models() if model._meta.db_table in SPECIAL)]
    return {
        model._meta.db_table: str(model._meta.pk.column) for model in guarded if getattr(model, "is_ledgered", True)
    }


def _functions() -> str:
    return Path(__file__).with_name("database.sql").read_text()


def _refuse_hidden_tables(model: type[models.Model]) -> None:
    for field in model._meta.local_many_to_many:
        through = field.remote_field.through
        if through is not None and through._meta.auto_created:
            raise Unprotected(
                f"{model.__name__}.{field.name} makes a table without a program. "
                "Write the table in between as a model with a `program`, and name it with through=."
            )


def _guard_rows(cursor: Any, table: str, policies: tuple[Policy, ...]) -> None:
    name = sql.Identifier(table)
    cursor.execute(sql.SQL("alter table {} enable row level security, no force row level security").format(name))
    cursor.execute("select policyname from pg_policies where schemaname = 'public' and tablename = %s", [table])
    for (old,) in cursor.fetchall():
        cursor.execute(sql.SQL("drop policy {} on {}").format(sql.Identifier(old), name))
    for policy in policies:
        head = sql.SQL("create policy {} on {} ").format(sql.Identifier(policy.name), name)
        cursor.execute(head + sql.SQL(policy.as_sql()))


def _grant(cursor: Any, role: str) -> None:
    """Give the runtime role what it needs, table by table. Never all: TRUNCATE and REFERENCES ignore row policies."""
    whom = sql.Identifier(role)
    cursor.execute("revoke all on schema public from public")
    cursor.execute("revoke all on all tables in schema public from public")
    cursor.execute(sql.SQL("revoke all on all tables in schema public from {}").format(whom))
    cursor.execute(sql.SQL("grant usage on schema public to {}").format(whom))
    cursor.execute("select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')")
    for (table,) in cursor.fetchall():
        rights = rights_on(table)
        if rights:
            words = sql.SQL(f"grant {rights} on {{}} to {{}}")
            cursor.execute(words.format(sql.Identifier(table), whom))


def written_once() -> set[str]:
    """The tables to which rows are only added: their models say `is_written_once`."""
    return {model._meta.db_table for model in record_models() if getattr(model, "is_written_once", False)}


def rights_on(table: str) -> str:
    """What the runtime role may do with a table."""
    if table in UNTOUCHABLE:
        return ""
    if table in READ_ONLY:
        return "select"
    if table in written_once():
        return "select, insert"
    return "select, insert, update" if table in NEVER_DELETED else "select, insert, update, delete"
