"""The roles of the embedded server, their passwords, and the database."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from .places import own_file

APP, OWNER, SUPERUSER = "alongside_app", "alongside_owner", "postgres"
# Only the superuser may copy the whole cluster, which is what a backup does.
LOCKED = (
    "local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n"
    "local replication postgres scram-sha-256\nhost replication postgres 127.0.0.1/32 scram-sha-256\n"
)
OPEN_FOR_SET_UP = "local all all trust\nhost all all 127.0.0.1/32 trust\n"


@dataclass(frozen=True)
class Address:
    """How to reach the embedded server as one role."""

    host: str
    port: int
    user: str
    password: str

    def connect(self, database: str, *, autocommit: bool = True) -> psycopg.Connection:
        """A plain connection, outside Django."""
        return psycopg.connect(
            host=self.host,
            port=self.port,
            user=self.user,
            password=self.password,
            dbname=database,
            autocommit=autocommit,
        )


def passwords(folder: Path) -> dict[str, str]:
    """The password of each role, made at random the first time."""
    path = folder / "database_passwords.json"
    if not path.exists():
        made = {role: secrets.token_urlsafe(24) for role in (APP, OWNER, SUPERUSER)}
        own_file(path, json.dumps(made).encode())
    passwords: dict[str, str] = json.loads(path.read_text())
    return passwords


def change_passwords(folder: Path, superuser: Address) -> int:
    """Give every role another password; returns how many. Whoever is connected stays so, and comes in no more."""
    made = {role: secrets.token_urlsafe(24) for role in passwords(folder)}
    draft, path = folder / ".database_passwords.json", folder / "database_passwords.json"
    draft.unlink(missing_ok=True)
    own_file(draft, json.dumps(made).encode())
    with superuser.connect("postgres", autocommit=False) as connection:
        for role, password in made.items():
            _see_to_role(connection, role, password)
        draft.replace(path)
    return len(made)


def lock_the_door(rules: Path, folder: Path, address: Callable[[str], Address]) -> None:
    """Create the roles and the database and ask for passwords; once, and again if a crash came between.

    `rules` is the server's pg_hba.conf, `address` says how to reach the server as a role."""
    if rules.read_text() == LOCKED:
        return
    rules.write_text(OPEN_FOR_SET_UP)
    with address(SUPERUSER).connect("postgres") as connection:
        connection.execute("select pg_reload_conf()")
        for role, password in passwords(folder).items():
            _see_to_role(connection, role, password)
        create_database(connection, "alongside")
        rules.write_text(LOCKED)
        connection.execute("select pg_reload_conf()")


def _see_to_role(connection: psycopg.Connection, role: str, password: str) -> None:
    known = connection.execute("select 1 from pg_roles where rolname = %s", [role]).fetchone()
    words = (
        "alter role {} login password {}"
        if known
        else ("create role {} login nosuperuser nobypassrls nocreaterole nocreatedb password {}")
    )
    connection.execute(sql.SQL(words).format(sql.Identifier(role), sql.Literal(password)))


def create_database(connection: psycopg.Connection, name: str, *, template: str | None = None) -> None:
    """Create a database of the owner's, unless it is there. Text sorts by code point, the same on every machine."""
    if connection.execute("select 1 from pg_database where datname = %s", [name]).fetchone():
        return
    words = (
        "create database {name} owner {owner} template {template}"
        if template
        else "create database {name} owner {owner} template template0 encoding 'UTF8' locale 'C' "
        "locale_provider builtin builtin_locale 'C.UTF-8'"
    )
    parts = {"name": name, "owner": OWNER, "template": template or "template0"}
    connection.execute(sql.SQL(words).format(**{part: sql.Identifier(value) for part, value in parts.items()}))
