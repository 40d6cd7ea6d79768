"""What has to be true before anything is served. Each flaw is a sentence: what is wrong, and how to put it right."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from .guard_flaws import RUN_MIGRATE, grant_flaws, ledger_flaws, row_flaws
from .server_flaws import durability_flaws, role_flaws


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
