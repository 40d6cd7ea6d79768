"""The test cluster: one embedded PostgreSQL per checkout in var/test-pg, shared by every run that goes on at once.

A template database is migrated by the owner whenever the files that shape a database change. Each test process works
in a clone of its own, as the runtime role. The server stops with the last process that uses it.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import fasteners
import psutil
import psycopg
from psycopg import sql

from alongside.config.embedded import start
from alongside.config.embedded_roles import APP, OWNER, SUPERUSER, Address, create_database

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "var" / "test-pg"
SOURCE = ROOT / "src" / "alongside"

# Nothing here has to survive a power cut.
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "200"}

# What decides the shape of a database: models, migrations, and whatever runs after a migration.
SHAPING = (
    "access/**/*",
    "ledger/**/*",
    "records/models/*",
    "*/migrations/*",
    "reviews/*",
    "facts/*",
    "config/databases.py",
)

MADE_BY_MIGRATIONS = ("django_migrations", "django_content_type", "auth_permission")


def superuser() -> Address:
    """The cluster, started when it does not run."""
    return start(FOLDER, FAST).address(SUPERUSER)


def shape() -> str:
    """Changes when a database made today would differ from one made before. Who knows that none does says so."""
    if known := os.environ.get("TEMPLATE_SHAPE"):
        return known
    digest = hashlib.sha256()
    files = {file for pattern in SHAPING for file in SOURCE.glob(pattern) if file.suffix in (".py", ".sql")}
    for file in sorted(files):
        digest.update(str(file.relative_to(SOURCE)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]


@contextmanager
def clone() -> Iterator[str]:
    """The name of a database of this process's own, migrated and empty; dropped afterwards."""
    name = f"test_{os.getpid()}_{secrets.token_hex(3)}"
    with superuser().connect("postgres") as connection, fasteners.InterProcessLock(FOLDER / ".template.lock"):
        _drop(connection, [known for known in _names(connection, "test_") if _is_abandoned(known)])
        create_database(connection, name, template=_template(connection))
    try:
        yield name
    finally:
        with superuser().connect("postgres") as connection:
            _drop(connection, [name])


def empty(database: str) -> None:
    """Take out every row a test committed. The runtime role could not: tables have policies, and the ledger refuses."""
    statement = sql.SQL(
        """
        do $$
        declare t text;
        begin
            set local session_replication_role = replica;
            set local lock_timeout = '20s';
            for t in select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
                and relname <> all ({kept})
            loop execute format('delete from %I', t); end loop;
        end $$
        """
    ).format(kept=sql.Literal(list(MADE_BY_MIGRATIONS)))
    with superuser().connect(database) as connection:
        connection.execute(statement)


def flaws_of_the_runtime_role(database: str) -> list[str]:
    """What would make every row-level security test pass for no reason. Empty when the role is as it should be."""
    with superuser().connect(database) as connection:
        found = connection.execute(
            """
            select rolsuper, rolbypassrls, rolcreaterole,
                   exists (select 1 from pg_class where relowner = r.oid),
                   pg_has_role(%(app)s, %(owner)s, 'member') and not rolsuper
            from pg_roles r where rolname = %(app)s
            """,
            {"app": APP, "owner": OWNER},
        ).fetchone()
    words = (
        "is a superuser",
        "bypasses row-level security",
        "may create roles",
        "owns tables",
        "is a member of the owner",
    )
    return [f"{APP} {word}" for word, is_so in zip(words, found or (), strict=True) if is_so]


def _template(connection: psycopg.Connection) -> str:
    name = f"template_{shape()}"
    finished = connection.execute("select datistemplate from pg_database where datname = %s", [name]).fetchone()
    if finished == (True,):
        return name
    if source := os.environ.get("TEMPLATE_FROM"):  # a database as it stands, guarded anew by other guards
        create_database(connection, name, template=f"template_{source}")
    else:
        _drop(connection, _names(connection, "template_"))
        create_database(connection, name)
    _migrate(name)
    connection.execute(
        sql.SQL("alter database {} is_template true allow_connections false").format(sql.Identifier(name))
    )
    return name


def _migrate(database: str) -> None:
    from django.core.management import call_command
    from django.db import connections

    owner = connections["owner"]
    before = owner.settings_dict["NAME"]
    owner.settings_dict["NAME"] = database
    try:
        call_command("migrate", database="owner", verbosity=0)
    finally:
        owner.close()
        owner.settings_dict["NAME"] = before


def _names(connection: psycopg.Connection, prefix: str) -> list[str]:
    rows = connection.execute("select datname from pg_database where starts_with(datname, %s)", [prefix]).fetchall()
    return [name for (name,) in rows]


def _is_abandoned(name: str) -> bool:
    return not psutil.pid_exists(int(name.split("_")[1]))


def _drop(connection: psycopg.Connection, names: list[str]) -> None:
    for name in names:
        connection.execute(sql.SQL("update pg_database set datistemplate = false where datname = {}").format(name))
        connection.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))
