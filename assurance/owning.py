"""The hand of the database's owner, as the beds use it that change what nobody may."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def undone() -> Iterator[Any]:
    """The owner's cursor, in a transaction that is rolled back."""
    from django.db import connections, transaction

    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        yield cursor
        transaction.set_rollback(True, using="owner")


def take_guards_off(tables: Iterable[str]) -> None:
    """What keeps the owner from changing them in passing; for good, in this database that is thrown away."""
    from django.db import connections

    with connections["owner"].cursor() as cursor:
        for table in tables:
            cursor.execute(f"alter table {table} disable trigger user")
