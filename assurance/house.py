"""The served application on the ground of a bed: the real server, in processes that a bed may kill."""

from __future__ import annotations

import atexit
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil

from .cut_line import CutLine
from .ground import ROOT, Ground
from .visitor import Visitor

SERVE = "import django; django.setup(); from alongside.config.serve import run; run('127.0.0.1', {port}, {target!r})"
PLAIN = "alongside.config.wsgi:application"
PLANTED = "assurance.planted_wsgi:application"
BESIDE = ("alongside.config.keeper", "alongside.config.worker")
PATIENCE_SECONDS = 60


_kept: dict[tuple[Path, bool], House] = {}


class House:
    """A server with its keeper and worker, or alone. One that is alone can have a `line` between it and the database,
    and takes a defect then, by a name of planted_wsgi.py, or none."""

    def __init__(self, ground: Ground, *, is_alone: bool = True, line: CutLine | None = None) -> None:
        self.ground, self.is_alone, self.line = ground, is_alone, line
        self.defect = ground.beside / "defect"
        self.times = self.defect.with_suffix(".times")
        self.environ = {**ground.environ, "DATABASE_POOL": "8", "DATABASE_POOL_WAIT": "1" if is_alone else "4"}
        if line:
            self.environ |= line.addresses(ground.server) | {"ALONGSIDE_DEFECT": str(self.defect)}
        self.port = _free_port()
        self.process: subprocess.Popen[bytes] | None = None
        atexit.register(self.end)

    def start(self) -> None:
        """Start it, and wait until it answers."""
        self.process = subprocess.Popen(
            [sys.executable, *self._command()], env=self.environ, cwd=ROOT, start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self.wait()

    def wait(self) -> float:
        """Wait until it answers a signed-in visitor with a page; the seconds it took."""
        began = time.monotonic()
        while (waited := time.monotonic() - began) < PATIENCE_SECONDS:
            if self.visitor().get("/help/").status == 200:
                return waited
            if self.process and self.process.poll() is not None:
                raise RuntimeError(f"The server ended by itself with status {self.process.returncode}.")
            time.sleep(0.1)
        raise TimeoutError(f"The server did not answer within {PATIENCE_SECONDS} seconds.")

    def visitor(self, nth: int = 0) -> Visitor:
        """Somebody signed in: the nth of the coordinators."""
        return Visitor(self.port, self.ground.said["sessions"][nth])

    def web_workers(self) -> list[psutil.Process]:
        """The processes that answer requests."""
        return [one for one in self._family()[1:] if not _runs_module(one, *BESIDE, "resource_tracker")]

    def beside(self) -> list[psutil.Process]:
        """The keeper and the worker."""
        return [one for one in self._family() if _runs_module(one, *BESIDE)]

    def kill(self) -> None:
        """`kill -9` of the server and everything it started."""
        kill(self._family())
        if self.process:
            self.process.wait(timeout=30)

    def end(self) -> None:
        """End what still runs."""
        with suppress(Exception):
            if self.process and self.process.poll() is None:
                self.kill()

    def _family(self) -> list[psutil.Process]:
        with suppress(psutil.Error):
            if self.process:
                top = psutil.Process(self.process.pid)
                return [top, *top.children(recursive=True)]
        return []

    def _command(self) -> list[str]:
        target = PLANTED if self.line else PLAIN
        if not self.is_alone:
            return ["-c", SERVE.format(port=self.port, target=target)]
        at = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(self.port), "--log-level", "critical"]
        return ["-m", "granian", *at, "--respawn-failed-workers", "--blocking-threads", "4", target]


@contextmanager
def house(ground: Ground, *, is_alone: bool = True) -> Iterator[House]:
    """A house that is there until the block ends. One that stands alone stays for the next bed."""
    if is_alone:
        yield _standing(ground, is_planted=False)
        return
    here = House(ground, is_alone=False)
    here.start()
    try:
        yield here
    finally:
        here.end()


@contextmanager
def planted_house(ground: Ground, defect: str = "") -> Iterator[House]:
    """The house with a line that can be cut and a defect that can be planted. It stays for the next bed, without."""
    here = _standing(ground, is_planted=True)
    here.defect.write_text(defect)
    here.times.write_text("")
    try:
        yield here
    finally:
        here.defect.write_text("")


def _standing(ground: Ground, *, is_planted: bool) -> House:
    place = (ground.folder, is_planted)
    if place not in _kept:
        _kept[place] = House(ground, line=CutLine(ground.server) if is_planted else None)
    here = _kept[place]
    here.defect.write_text("")
    if here.web_workers():
        here.wait()  # the bed before may have left it out of breath
    else:
        here.start()
    return here


def kill(processes: list[psutil.Process]) -> None:
    """`kill -9`, all at once, and wait until they are gone."""
    for one in processes:
        with suppress(psutil.Error):
            os.kill(one.pid, signal.SIGKILL)
    psutil.wait_procs(processes, timeout=10)


def _runs_module(process: psutil.Process, *names: str) -> bool:
    with suppress(psutil.Error):
        line = " ".join(process.cmdline())
        return any(name in line for name in names)
    return False


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
