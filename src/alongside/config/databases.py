"""The two ways to the one database: `default` as the runtime role, `owner` as the role that migrates and seals.

With DATABASE_URL it is the server named there (and DATABASE_OWNER_URL for the owner); without it, the embedded one.
Reading this starts nothing: the embedded server starts when the first connection is opened.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

Database = dict[str, Any]

BACKEND = "alongside.access.backend"
STATEMENT_SECONDS = 120
IDLE_SECONDS = 300


class BadAddress(ValueError):
    """A database address of the environment cannot be used. The text says which, why and what to write."""


def databases(environ: Mapping[str, str]) -> dict[str, Database]:
    """Django's DATABASES from the environment. Raises BadAddress."""
    if not environ.get("DATABASE_URL"):
        return {"default": _runtime(_embedded("alongside_app")), "owner": _embedded("alongside_owner")}
    found = {"default": _runtime(_at(environ, "DATABASE_URL"))}
    if environ.get("DATABASE_OWNER_URL"):
        found["owner"] = _at(environ, "DATABASE_OWNER_URL")
    return found


def embedded_address(user: str) -> Database:
    """HOST, PORT and PASSWORD of the embedded server, which this starts on first use."""
    from .embedded import start
    from .places import data_folder

    address = start(data_folder()).address(user)
    return {"HOST": address.host, "PORT": address.port, "PASSWORD": address.password}


def _embedded(user: str) -> Database:
    return {
        "ENGINE": BACKEND,
        "NAME": "alongside",
        "USER": user,
        "ADDRESS_FROM": "alongside.config.databases.embedded_address",
        "OPTIONS": {},
    }


def _at(environ: Mapping[str, str], variable: str) -> Database:
    expected = f"{variable} must read postgresql://user:password@host:5432/database"
    try:
        parts = urlsplit(environ[variable])
        port = parts.port
    except ValueError as error:
        raise BadAddress(f"{expected}; it cannot be read: {error}.") from None
    if parts.scheme not in ("postgresql", "postgres"):
        raise BadAddress(f"{expected}; it begins with {parts.scheme or 'no scheme'!r}.")
    if not parts.username or not parts.path.strip("/"):
        raise BadAddress(f"{expected}; the {'database' if parts.username else 'user'} is missing.")
    options = dict(parse_qsl(parts.query))
    return {
        "ENGINE": BACKEND,
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", "") or unquote(parts.hostname or ""),
        "PORT": str(port or ""),
        "OPTIONS": options,
    }


def _runtime(database: Database) -> Database:
    """What only the runtime connection has: a transaction per request, a pool, and limits on what may run on and on."""
    limits = f"-c statement_timeout={STATEMENT_SECONDS}s -c idle_in_transaction_session_timeout={IDLE_SECONDS}s"
    # A program's pages lie in memory or on flash, where reading one here and one there costs hardly more.
    limits += " -c random_page_cost=1.1"
    size, wait = int(os.environ.get("DATABASE_POOL", "8")), float(os.environ.get("DATABASE_POOL_WAIT", "4"))
    # While the database is away nobody waits long for it, and once it is back it is found within seconds: a pool left
    # to itself would double the pause after each attempt for five minutes.
    pool = {"min_size": 1, "max_size": size, "timeout": wait, "reconnect_timeout": 3}
    # A rule's SQL is long and takes longer to plan than to run: the server keeps the plan of what is asked again.
    kept = {"server_side_binding": True, "prepare_threshold": 2}
    options = {**database["OPTIONS"], "options": limits, "pool": pool, **kept}
    return {**database, "ATOMIC_REQUESTS": True, "CONN_MAX_AGE": 0, "CONN_HEALTH_CHECKS": True, "OPTIONS": options}


class OneDatabase:
    """Both aliases are one database. Only the owner changes its shape."""

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        """Whether this alias may create and change tables."""
        return db == "owner"

    def allow_relation(self, first: Any, second: Any, **hints: Any) -> bool:
        """Objects read through one alias may point at objects read through the other."""
        return True
