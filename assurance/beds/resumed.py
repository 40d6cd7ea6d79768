"""R13: packets whose building was killed are built to their end, each file and each output once."""

from __future__ import annotations

import random
import time

from ..bed import Bed, Found, Tell
from ..ground import Ground, ground
from ..packing import MARKED, a_round, put_back, waits_for, wrong

KILLS_A_BUILD = 3
LAST_ROUNDS = 3  # the database notices a killed worker within moments; until then its file is held
ROUND_SECONDS = 180
MOST_FILES = 12
A_FILE_SECONDS = 0.2
SHARE_OF_TWO = 0.3


def run(size: int, tell: Tell, before: str = "") -> Found:
    """So many kills, a few to a build. Then rounds that are left alone, after which everything has to be there."""
    here, found = ground(), Found()
    ended = 0
    while found.tried < size:
        with here.connect() as connection:
            since = put_back(connection)
        killed = []
        for _ in range(min(KILLS_A_BUILD, size - found.tried)):
            # The first kill of a build comes early, so that there is something left to resume.
            files, more = (random.randint(1, MOST_FILES), random.uniform(0, A_FILE_SECONDS)) if killed else (1, 0.0)
            if _killed(here, before, files, more):
                killed.append(f"{files} files and {more:.2f} s")
            else:
                ended += 1
        flaws = _left_alone(here, before, since)
        found.failures += [f"killed after {', then '.join(killed)}: {flaw}" for flaw in flaws]
        found.tried += len(killed)
        if ended > size + KILLS_A_BUILD:
            found.failures.append("it ends too soon to be killed")
            break
        if found.tried % 60 == 0:
            tell(f"{found.tried} kills, {len(found.failures)} wrong")
    found.measured = {"ended before its kill": f"{ended}"}
    return found


def planted(size: int, tell: Tell) -> Found:
    """Who builds writes down that it runs, and holds nothing that dies with them."""
    return run(size, tell, before=MARKED)


def _killed(here: Ground, before: str, files: int, more: float) -> bool:
    """Start a worker, at times a second beside it, and kill both; False where the first ended before."""
    workers = [a_round(here, before) for _ in range(2 if random.random() < SHARE_OF_TWO else 1)]
    with here.connect() as connection:
        is_at_work = waits_for(connection, workers[0], files)
    time.sleep(more if is_at_work else 0)
    is_alive = workers[0].poll() is None
    for worker in workers:
        worker.kill()
        worker.wait(timeout=30)
    return is_alive


def _left_alone(here: Ground, before: str, since: int) -> list[str]:
    flaws: list[str] = []
    for _ in range(LAST_ROUNDS):
        a_round(here, before).wait(timeout=ROUND_SECONDS)
        with here.connect() as connection:
            flaws = wrong(connection, since)
        if not flaws:
            break
    return flaws


BEDS = (
    Bed(
        "R13", "A packet whose building was killed is built to its end, each file and output once.", "kills", 5_000,
        {"slice": 1, "nightly": 24, "release": 5_000}, run,
        "a job is marked as running instead of held by its worker", planted, 1,
    ),
)  # fmt: skip
