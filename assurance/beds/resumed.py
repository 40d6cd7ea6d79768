"""R13: packets whose building was killed are built to their end, each file and each output once."""

from __future__ import annotations

import random

from ..bed import Bed, Found, Tell
from ..ground import ground
from ..packing import MARKED, a_round, put_back, wait, wrong

KILLS_A_BUILD = 3
LONGEST_SECONDS = 2.0  # a build of what is on the ground takes about as long
ROUND_SECONDS = 180


def run(size: int, tell: Tell, before: str = "") -> Found:
    """So many kills, some to a build. After each few a last round is left alone, and everything has to be there."""
    here, found = ground(), Found()
    while found.tried < size:
        with here.connect() as connection:
            since = put_back(connection)
        kills = min(KILLS_A_BUILD, size - found.tried)
        moments = [random.uniform(0, LONGEST_SECONDS) for _ in range(kills)]
        for moment in moments:
            worker = a_round(here, before)
            second = a_round(here, before) if random.random() < 0.3 else None
            wait(worker, moment)
            worker.kill()
            worker.wait(timeout=30)
            if second is not None:
                second.kill()
                second.wait(timeout=30)
        last = a_round(here, before)
        last.wait(timeout=ROUND_SECONDS)
        with here.connect() as connection:
            flaws = wrong(connection, since)
        told = ", ".join(f"{moment:.2f}" for moment in moments)
        found.failures += [f"killed after {told} s: {flaw}" for flaw in flaws]
        found.tried += kills
        if found.tried % 60 == 0:
            tell(f"{found.tried} kills, {len(found.failures)} wrong")
    return found


def planted(size: int, tell: Tell) -> Found:
    """Who builds writes down that it runs, and holds nothing that dies with them."""
    return run(size, tell, before=MARKED)


BEDS = (
    Bed(
        "R13", "A packet whose building was killed is built to its end, each file and output once.", "kills", 5_000,
        {"slice": 1, "nightly": 120, "release": 5_000}, run,
        "a job is marked as running instead of held by its worker", planted, 1,
    ),
)  # fmt: skip
