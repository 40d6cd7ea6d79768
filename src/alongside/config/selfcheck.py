"""What has to be true before anything is served. Each flaw is a sentence: what is wrong, and how to put it right."""

from __future__ import annotations

import os
from typing import Any

from django.conf import settings
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from .elsewhere import flaws_of_provider
from .guard_flaws import RUN_MIGRATE, grant_flaws, ledger_flaws, row_flaws
from .places import KEPT_FILES
from .server_flaws import clock_flaws, durability_flaws, role_flaws

KEY_LENGTH = 32
GUARDS = (
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "alongside.access.middleware.no_store",
    "alongside.access.middleware.end_old_sessions",
    "alongside.access.middleware.enforce_pages",
)


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
        flaws += first + durability_flaws(cursor) + clock_flaws(cursor)
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
        (
            len(settings.SECRET_KEY) < KEY_LENGTH or "insecure" in settings.SECRET_KEY,
            f"SECRET_KEY can be guessed: give it {KEY_LENGTH} random characters or more, or leave it to be made.",
        ),
        (
            not (settings.IS_DEMO or (settings.SESSION_COOKIE_SECURE and settings.CSRF_COOKIE_SECURE)),
            "Cookies would travel without TLS. SESSION_COOKIE_SECURE and CSRF_COOKIE_SECURE have to be on.",
        ),
        (
            "signed_cookies" in settings.SESSION_ENGINE,
            "Sessions lie in cookies: nobody could end one from here. Keep them in the database.",
        ),
    )
    missing = [name for name in GUARDS if name not in settings.MIDDLEWARE]
    flaws = [sentence for is_wrong, sentence in checks if is_wrong]
    return (
        flaws
        + [f"The guard {name} is missing from MIDDLEWARE. Put it back." for name in missing]
        + (open_files() + flaws_of_provider(os.environ))
    )


def open_files() -> list[str]:
    """Keys that others on this machine could read."""
    if os.name == "nt":
        return []
    paths = [settings.ALONGSIDE_DATA / name for name in KEPT_FILES]
    return [
        f"Others on this machine can read {path.name} of the data folder. Run `chmod 600` on it."
        for path in paths
        if path.exists() and path.stat().st_mode & 0o077
    ]


def migration_flaws(connection: Any) -> list[str]:
    """Migrations that were not run."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if not plan:
        return []
    names = ", ".join(f"{migration.app_label}.{migration.name}" for migration, _ in plan[:3])
    return [f"The database is behind by {len(plan)} migrations ({names}…). {RUN_MIGRATE}"]
