"""What a client was told, on disk before it goes on; and clients that write without pause, through every outage."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path
from types import TracebackType
from uuid import uuid4

from .coverages import a_form, page_of
from .house import House


class Journal:
    """Acknowledged writes, one a line, each flushed to the disk before the client believes it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self._lock = threading.Lock()
        self.count = 0

    def add(self, reference: str) -> None:
        """Keep that this was acknowledged."""
        with self._lock:
            os.write(self._file, f"{reference}\n".encode())
            os.fsync(self._file)
            self.count += 1

    def read(self) -> list[str]:
        """Everything acknowledged until now."""
        return self.path.read_text().split()


class Load:
    """Clients that send coverage checks until the block ends. One without an answer is sent again, as the same form."""

    def __init__(self, house: House, *, clients: int = 3) -> None:
        self.house, self.series = house, f"load-{uuid4().hex[:8]}-"
        self.journal = Journal(house.ground.beside / f"{self.series}journal")
        self.sent = self.again = 0
        self._ended = threading.Event()
        self._threads = [threading.Thread(target=self._write, args=(nth,), daemon=True) for nth in range(clients)]

    def __enter__(self) -> Load:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, it: BaseException | None, at: TracebackType | None) -> None:
        self._ended.set()
        for thread in self._threads:
            thread.join(timeout=90)

    def waits_for(self, acknowledged: int, *, patience: float = 60) -> bool:
        """Wait until so many more were acknowledged. False where they were not in time."""
        goal, until = self.journal.count + acknowledged, time.monotonic() + patience
        while self.journal.count < goal:
            if time.monotonic() > until:
                return False
            time.sleep(0.01)
        return True

    def _write(self, nth: int) -> None:
        visitor = self.house.visitor(nth % 2)
        visitor.patience = 20
        count = 0
        while not self._ended.is_set():
            count += 1
            reference = f"{self.series}{nth}-{count}"
            form = a_form(reference)
            while not self._ended.is_set():
                self.sent += 1
                if visitor.post(page_of(self.house.ground, count), form).is_taken:
                    self.journal.add(reference)
                    break
                self.again += 1
                time.sleep(0.05)
