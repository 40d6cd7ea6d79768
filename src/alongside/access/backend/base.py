"""The connection. Django asks for this file by this name."""

from __future__ import annotations

from typing import Any

from django.db.backends.postgresql.base import DatabaseWrapper as PostgreSQL
from django.utils.module_loading import import_string
from psycopg.pq import TransactionStatus

from alongside.access.context import NOBODY, Context, current


class DatabaseWrapper(PostgreSQL):
    """Sends the context in one statement when a transaction starts, valid until it ends (`set_config(…, true)`)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._told: Context | None = None

    def get_connection_params(self) -> dict[str, Any]:
        """Add the embedded server's address, which starts it on the first connection of the process."""
        source = self.settings_dict.get("ADDRESS_FROM")
        if source:
            self.settings_dict.update(import_string(source)(self.settings_dict["USER"]))
        params: dict[str, Any] = super().get_connection_params()
        return params

    def _set_autocommit(self, autocommit: bool) -> None:
        super()._set_autocommit(autocommit)  # type: ignore[misc]
        self._told = NOBODY
        if not autocommit:
            self._tell()

    def _savepoint_rollback(self, sid: str) -> None:
        super()._savepoint_rollback(sid)  # type: ignore[misc]
        self._told = None  # the rollback may have undone what was told since the savepoint
        self._tell()

    def tell_context(self) -> None:
        """Inside a transaction, make the database's context the current one."""
        if self.connection is not None and self.in_atomic_block:
            self._tell()

    def _tell(self) -> None:
        context = current()
        if context == self._told:
            return
        if self.connection.info.transaction_status == TransactionStatus.INERROR:
            self._told = None  # nothing can run until the rollback, which undoes the context too
            return
        settings = context.as_settings()
        words = ", ".join("set_config(%s, %s, true)" for _ in settings)
        with self.wrap_database_errors, self.connection.cursor() as cursor:
            cursor.execute(f"select {words}", [value for pair in settings for value in pair])
        self._told = context
