"""Events that leave no changed row behind. Each is written in the caller's transaction, before anything is shown:
if it cannot be written, nothing is shown."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from uuid import UUID

from django.db import connection


class Act(StrEnum):
    """What somebody did, as the ledger words it."""

    READ = "read"
    SEARCHED = "search"
    EXPORTED = "export"
    PRINTED = "print"
    IMPORTED = "import"
    SIGNED = "sign"
    SIGNED_IN = "sign_in"
    SIGNED_OUT = "sign_out"
    SIGN_IN_FAILED = "sign_in_failed"
    REFUSED = "refused"


def record(
    act: Act,
    about: str,
    *,
    row: UUID | str = "",
    subject: UUID | None = None,
    detail: str = "",
    listed: Iterable[UUID | str] = (),
) -> None:
    """Record an act about a table or page. `subject` is the participant or staff member; `detail` names nobody."""
    said = [act, about, str(row), subject, detail, [str(key) for key in listed]]
    with connection.cursor() as cursor:
        cursor.execute("select ledger_record(%s, %s, %s, %s, %s, %s)", said)


def record_read(about: str, *, row: UUID | str = "", subject: UUID | None = None, detail: str = "") -> None:
    """Somebody was shown a person's record: `about` is its table, `row` its key, `subject` whose it is."""
    record(Act.READ, about, row=row, subject=subject, detail=detail)


def record_search(about: str, *, found: int, listed: Iterable[UUID | str] = ()) -> None:
    """Somebody searched a list and was shown this many. The words searched for are a person's name: they stay out.

    `listed` are the keys of the participants whose names were on it, so that each can be told.
    """
    record(Act.SEARCHED, about, detail=f"{found} shown", listed=listed)


def record_export(about: str, *, rows: int, subject: UUID | None = None, listed: Iterable[UUID | str] = ()) -> None:
    """Somebody took this many rows out, about one person or about those `listed`."""
    record(Act.EXPORTED, about, subject=subject, detail=f"{rows} rows", listed=listed)
