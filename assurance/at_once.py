"""The same moment, several times: calls that begin together, each in a thread of its own."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

R = TypeVar("R")


def together(calls: Sequence[Callable[[], R]]) -> list[R]:
    """What each call gave, in their order. None begins before all are ready."""
    ready = threading.Barrier(len(calls))

    def call(one: Callable[[], R]) -> R:
        ready.wait(timeout=30)
        return one()

    with ThreadPoolExecutor(len(calls)) as threads:
        return list(threads.map(call, calls))
