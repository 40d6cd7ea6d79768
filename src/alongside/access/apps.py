"""The Django app of access. After every migration it sees to row-level security, the ledger's triggers and grants."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class AccessConfig(AppConfig):
    """Users, programs, memberships and the database's own guards."""

    name = "alongside.access"
    label = "access"
    verbose_name = "Access"

    def ready(self) -> None:
        """Attach the protection to both ends of each migration. One sender: at its end all tables exist."""
        from . import sign_in

        pre_migrate.connect(_lift, sender=self, dispatch_uid="alongside.access.lift")
        sign_in.keep_in_the_ledger()
        post_migrate.connect(_protect, sender=self, dispatch_uid="alongside.access.protect")


def _lift(*, using: str, **_: Any) -> None:
    from .protect import lift

    if using == "owner":
        lift(using)


def _protect(*, using: str, **_: Any) -> None:
    from .protect import protect

    if using == "owner":
        protect(using)
