"""A disk that fails under the database: every n-th of its writes and flushes is answered with an error, by strace."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from .bed import CannotTry
from .ground import Ground

WRITES = "pwrite64,pwritev,write,ftruncate,fallocate"
FLUSHES = "fdatasync,fsync,sync_file_range"
MOVES = "rename,renameat,renameat2,openat,unlink"
UP_SECONDS = 10


@contextmanager
def failing(ground: Ground, calls: str, every: int, error: str) -> Iterator[None]:
    """Until the block ends, every so manyth of these calls fails, in each process of the database. A process that
    starts meanwhile is counted from its start. Raises CannotTry where strace is missing or may not attach."""
    if shutil.which("strace") is None:
        raise CannotTry("strace is not installed (Debian: apt-get install strace).")
    family = ground.database()
    numbers = [word for one in family for word in ("-p", str(one.pid))]
    inject = f"inject={calls}:error={error}:when={every}+{every}"
    said = ground.beside / "strace"
    command = ["strace", "-f", "-qq", "-o", str(said), "-e", f"trace={calls}", "-e", inject, *numbers]
    strace = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        _attached(strace, family[0])
        yield
    finally:
        with contextlib.suppress(OSError):
            os.kill(strace.pid, signal.SIGINT)  # lets go of them, alive
        try:
            strace.wait(timeout=10)
        except subprocess.TimeoutExpired:
            strace.kill()


def times_failed(ground: Ground) -> int:
    """How many calls were answered with an error the last time."""
    return (ground.beside / "strace").read_text(errors="replace").count("(INJECTED)")


def _attached(strace: subprocess.Popen[str], process: psutil.Process) -> None:
    until = time.monotonic() + UP_SECONDS
    while time.monotonic() < until:
        with contextlib.suppress(OSError, ValueError):
            status = Path(f"/proc/{process.pid}/status").read_text().splitlines()
            tracer = next(line for line in status if line.startswith("TracerPid:"))
            if int(tracer.split()[1]):
                return
        if strace.poll() is not None:
            said = strace.stderr.read() if strace.stderr else ""
            raise CannotTry(f"strace may not attach to the database here: {said.strip()[-200:]}")
        time.sleep(0.02)
    raise CannotTry("strace did not attach to the database.")
