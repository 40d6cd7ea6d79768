"""The same moment, several times: calls that begin together, each in a thread of its own."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

R = TypeVar("R")
TELL_SECONDS = 20


def together(calls: Sequence[Callable[[], R]]) -> list[R]:
    """What each call gave, in their order. None begins before all are ready."""
    ready = threading.Barrier(len(calls))

    def call(one: Callable[[], R]) -> R:
        ready.wait(timeout=60)
        return one()

    with ThreadPoolExecutor(len(calls)) as threads:
        return list(threads.map(call, calls))


def in_lanes(act: Callable[[int], list[str]], size: int, lanes: int, tell: Callable[[int, int], None]) -> list[str]:
    """What `act` finds wrong for each number below `size`, several at a time. A lane takes every so manyth number.
    Tells now and then how many are done and how many flaws there are."""
    flaws: list[str] = []
    done = [0] * lanes
    last = [time.monotonic()]

    def lane(first: int) -> None:
        for nth in range(first, size, lanes):
            flaws.extend(act(nth))
            done[first] += 1
            if first == 0 and time.monotonic() - last[0] > TELL_SECONDS:
                last[0] = time.monotonic()
                tell(sum(done), len(flaws))

    with ThreadPoolExecutor(lanes) as threads:
        list(threads.map(lane, range(lanes)))
    return flaws
