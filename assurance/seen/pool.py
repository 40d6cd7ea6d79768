"""A4: many threads share two pooled connections, with errors, time limits and cut connections in between."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import DatabaseError, connection, connections, transaction

from alongside.access.context import acting
from alongside.records.models import Participant

from ..bed import Found, Tell
from .programs import planted

THREADS = 6
POOL = {"min_size": 1, "max_size": 2, "timeout": 60}


class OnPurpose(Exception):
    """Raised in the middle of work, as a fault would be."""


def run(size: int, tell: Tell) -> Found:
    """So many pieces of work, dealt out over the threads. Each is done in a program, or in none, which is an error."""
    programs = [one.program.pk for one in planted().values()]
    found, lock = Found(), threading.Lock()
    with _pooled():
        threads = [
            threading.Thread(target=_work, args=(nth, size // THREADS, programs, found, lock)) for nth in range(THREADS)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    found.measured = {"threads": str(THREADS), "connections": str(POOL["max_size"]), "kinds of work": str(len(KINDS))}
    tell(f"{found.tried:,} pieces of work, {len(found.failures)} failures")
    return found


@contextmanager
def _pooled() -> Iterator[None]:
    """This thread lets go of its own connection meanwhile."""
    connection.close()
    options = connection.settings_dict["OPTIONS"]
    options["pool"] = POOL
    try:
        yield
    finally:
        connection.close_pool()
        options.pop("pool")


def _work(nth: int, times: int, programs: list[Any], found: Found, lock: Any) -> None:
    chance = random.Random(nth)
    for _ in range(times):
        kind, program = chance.choice(sorted(KINDS)), chance.choice(programs)
        try:
            wrong = KINDS[kind](program, chance.choice(programs))
        except Exception as error:  # whatever it is, it is told of, and the thread goes on
            wrong = f"ends in {type(error).__name__}: {error}"
        finally:
            connections.close_all()
        with lock:
            found.tried += 1
            if wrong:
                found.failures.append(f"{kind}: {wrong}")


def _seen(program: Any) -> str:
    """What is seen that is not of this program."""
    strange = {str(row) for row in Participant.objects.values_list("program_id", flat=True)} - {str(program)}
    return f"sees rows of {sorted(strange)} in {program}" if strange else ""


def _plain(program: Any, other: Any) -> str:
    with acting(program=program), transaction.atomic():
        return _seen(program)


def _without(program: Any, other: Any) -> str:
    try:
        with transaction.atomic():
            return f"sees {Participant.objects.count()} rows without a program"
    except DatabaseError:
        return ""


def _fault(program: Any, other: Any) -> str:
    try:
        with acting(program=program), transaction.atomic():
            wrong = _seen(program)
            if not wrong:
                raise OnPurpose
            return wrong
    except OnPurpose:
        return _plain(other, program)


def _inner_fault(program: Any, other: Any) -> str:
    with acting(program=program), transaction.atomic():
        try:
            with acting(program=other), transaction.atomic():
                if wrong := _seen(other):
                    return wrong
                raise OnPurpose
        except OnPurpose:
            return _seen(program)


def _too_slow(program: Any, other: Any) -> str:
    try:
        with acting(program=program), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("set local statement_timeout = '2ms'")
            cursor.execute("select pg_sleep(1)")
    except DatabaseError:
        return _plain(other, program)
    return "was not stopped"


def _wrong_sql(program: Any, other: Any) -> str:
    try:
        with acting(program=program), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("select no_such_column from participant")
    except DatabaseError:
        return _without(program, other)
    return "was not refused"


def _cut(program: Any, other: Any) -> str:
    try:
        with acting(program=program), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("select pg_terminate_backend(pg_backend_pid())")
    except DatabaseError:
        connections.close_all()
        return _plain(other, program)
    return "was not cut"


KINDS: dict[str, Callable[[Any, Any], str]] = {
    "plain": _plain,
    "plain again": _plain,
    "without a program": _without,
    "a fault": _fault,
    "a fault within": _inner_fault,
    "too slow": _too_slow,
    "wrong SQL": _wrong_sql,
    "cut off": _cut,
}
