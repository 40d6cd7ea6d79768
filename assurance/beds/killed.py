"""R1: what was acknowledged is there after any process was killed, once."""

from __future__ import annotations

import random
import time

from ..bed import Bed, Found, Tell
from ..coverages import there, wrong
from ..ground import Ground, ground
from ..house import House, house, kill
from ..journal import Load

ALONE = ("the database", "everything", "a web worker")
SERVED = ("a web worker", "the keeper and the worker", "the database", "the server", "everything")
SMALL = 10
BETWEEN = 5
LOOSE = (
    "alter role alongside_app set synchronous_commit = off",
    "alter system set wal_writer_delay = '10s'",
    "select pg_reload_conf()",
)
TIGHT = (
    "alter role alongside_app reset synchronous_commit",
    "alter system reset wal_writer_delay",
    "select pg_reload_conf()",
)


def run(size: int, tell: Tell) -> Found:
    """Kill so many times, one kind after the other."""
    here = ground()
    is_alone = size <= SMALL
    kinds = ALONE if is_alone else SERVED
    with house(here, is_alone=is_alone) as served:
        return _killed(served, [kinds[nth % len(kinds)] for nth in range(size)], tell)


def planted(size: int, tell: Tell) -> Found:
    """The database says it has kept what it has not written yet."""
    here = ground()
    _say(here, LOOSE)
    try:
        with house(here) as served:
            return _killed(served, ["the database"] * size, tell)
    finally:
        _say(here, TIGHT)


def _killed(served: House, kinds: list[str], tell: Tell) -> Found:
    found, back, seen = Found(), [], set()
    with Load(served) as load:
        for nth, kind in enumerate(kinds, 1):
            if not load.waits_for(random.randint(1, BETWEEN * 2)):
                found.failures.append(f"before kill {nth}: nothing was acknowledged for a minute")
                break
            began = time.monotonic()
            _kill(served, kind)
            served.wait()
            back.append(time.monotonic() - began)
            found.tried += 1
            acknowledged = load.journal.read()
            with served.ground.connect() as connection:
                for flaw in wrong(there(connection, load.series), acknowledged):
                    if flaw not in seen:
                        seen.add(flaw)
                        found.failures.append(f"kill {nth}, {kind}: {flaw}")
            if nth % 25 == 0:
                tell(f"{nth} kills, {len(acknowledged)} acknowledged, {len(found.failures)} wrong")
    back.sort()
    found.measured = {
        "acknowledged": f"{load.journal.count:,}",
        "sent again": f"{load.again:,}",
        "back in service": f"{back[len(back) // 2]:.1f} s median, {back[-1]:.1f} s longest" if back else "never",
    }
    return found


def _kill(served: House, kind: str) -> None:
    """Kill, and start what nobody starts by itself: a machine's own service manager would."""
    if kind == "a web worker":
        kill(served.web_workers()[:1])
    elif kind == "the keeper and the worker":
        kill(served.beside())
    else:
        if kind in ("the database", "everything"):
            served.ground.kill_database()
        if kind in ("the server", "everything"):
            served.kill()
        served.ground.start_database()
        if kind in ("the server", "everything"):
            served.start()


def _say(here: Ground, words: tuple[str, ...]) -> None:
    with here.connect() as connection:
        for word in words:
            connection.execute(word)


BEDS = (
    Bed(
        "R1", "An acknowledged write survives the death of any process, and is there once.", "kills", 10_000,
        {"slice": 2, "nightly": 320, "release": 10_000}, run,
        "commits are not waited for (synchronous_commit = off)", planted, 2,
    ),
)  # fmt: skip
