"""A11: whatever a file holds, its reader reads it or refuses it with a sentence, in little time."""

from __future__ import annotations

import random
import time
from unittest.mock import patch

from ..bed import Bed, Found, Tell
from ..damage import damaged
from ..settled import settle

SECONDS_FOR_100_KB = 1.0


def run(size: int, tell: Tell, seed: int = 11) -> Found:
    """Harm whole files in so many ways, and give each to its reader."""
    settle()
    from ..readers import readers

    found, slowest = Found(), (0.0, "")
    every = readers()
    for reader in every:
        if said := reader.outcome(reader.whole):
            found.failures.append(f"{reader.name} as it is: {said}")
    for nth in range(size):
        reader = every[nth % len(every)]
        content = damaged(reader.whole, random.Random(f"{seed}-{nth}"))
        began = time.thread_time()
        said = reader.outcome(content)
        took = time.thread_time() - began
        found.tried += 1
        if said:
            found.failures.append(f"{reader.name}, number {nth} of seed {seed}: {said}")
        if took > SECONDS_FOR_100_KB * max(1.0, len(content) / 100_000):
            found.failures.append(f"{reader.name}, number {nth} of seed {seed}: {took:.1f} s for {len(content)} bytes")
        slowest = max(slowest, (took, reader.name))
        if nth and nth % 5_000 == 0:
            tell(f"{nth:,} of {size:,} files")
    found.measured = {"readers": str(len(every)), "slowest file": f"{slowest[0]:.2f} s ({slowest[1]})"}
    return found


def planted(size: int, tell: Tell) -> Found:
    """The same where the archive's own errors are let through."""
    with patch("alongside.exchange.archive.BROKEN", (KeyError,)):
        return run(size, tell)


BEDS = (
    Bed(
        id="A11",
        promise="A file that came to harm is read, or refused with a sentence; its reader never breaks or hangs.",
        unit="harmed files",
        asked=20_000_000,
        sizes={"slice": 140, "nightly": 60_000, "release": 2_000_000},
        run=run,
        defect="workbooks whose archive may fail in its own words",
        planted=planted,
        planted_size=70,
    ),
)
