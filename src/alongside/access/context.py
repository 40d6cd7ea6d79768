"""Whose program, and who is acting: held in a context variable, sent to the database with every transaction.

The database's row policies read it. Without it, a query for a program's data is an error.
Code that runs after the request's transaction (streaming bodies, on_commit hooks, jobs) has to enter `acting` itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from typing import Any, Protocol
from uuid import UUID

from django.db import connections


@dataclass(frozen=True)
class Context:
    """What the database is told: a program, a user, the number of the request, and whose seat it is: a participant's
    own, or a state reviewer's."""

    program: UUID | None = None
    actor: UUID | None = None
    request: str = ""
    participant: UUID | None = None
    is_reviewer: bool = False

    def as_settings(self) -> list[tuple[str, str]]:
        """Setting names and texts; an empty text stands for nothing."""
        return [
            ("alongside.program", str(self.program or "")),
            ("alongside.actor", str(self.actor or "")),
            ("alongside.request", self.request),
            ("alongside.participant", str(self.participant or "")),
            ("alongside.reviewer", "yes" if self.is_reviewer else ""),
        ]


class HasKey(Protocol):
    """A saved program or user."""

    @property
    def pk(self) -> Any:
        """Its UUID."""


NOBODY = Context()

_current: ContextVar[Context] = ContextVar("alongside_context", default=NOBODY)
_KEEP: Any = object()


def current() -> Context:
    """The context in force here; all empty outside `acting`."""
    return _current.get()


@contextmanager
def acting(
    *,
    program: HasKey | UUID | None = _KEEP,
    actor: HasKey | UUID | None = _KEEP,
    request: str = _KEEP,
    participant: HasKey | UUID | None = _KEEP,
    is_reviewer: bool = _KEEP,
) -> Iterator[Context]:
    """Act in a program and as a user until the block ends. What is not named stays as it was; None clears it.

    With a participant the database shows the records of that one person and no others: the seat of a participant.
    As a reviewer it shows what passes between the program and the state, and what is in packets sent: no records.

    Inside a transaction the database is told at once, and told the former context again at the end.
    """
    named = {
        "program": _key(program), "actor": _key(actor), "request": request, "participant": _key(participant),
        "is_reviewer": is_reviewer,
    }  # fmt: skip
    context = replace(current(), **{name: value for name, value in named.items() if value is not _KEEP})
    token = _current.set(context)
    _tell_open_transactions()
    try:
        yield context
    finally:
        _current.reset(token)
        _tell_open_transactions()


def _key(thing: HasKey | UUID | None) -> Any:
    """The UUID of a program or user given as itself or by its key."""
    if thing is None or thing is _KEEP or isinstance(thing, UUID):
        return thing
    return thing.pk


def _tell_open_transactions() -> None:
    for connection in connections.all(initialized_only=True):
        tell = getattr(connection, "tell_context", None)
        if tell is not None:
            tell()
