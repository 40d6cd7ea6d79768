"""Serving the pages: granian in front, the keeper and the worker beside it."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connections

from .request_figures import share_figures

log = logging.getLogger(__name__)

WORKERS = "ALONGSIDE_WORKERS"
MOMENT_SECONDS = 2.0


def run(host: str, port: int, application: str = "alongside.config.wsgi:application") -> None:
    """Serve until interrupted. The database has to be migrated and fit by then."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    server = Granian(
        application,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=int(os.environ.get(WORKERS, "1" if settings.IS_DEMO else "2")),
        blocking_threads=4,
        respawn_failed_workers=True,
        log_level=LogLevels.warning,
    )
    _leave_no_connections()
    share_figures(settings.ALONGSIDE_DATA)
    with beside("alongside.config.keeper"), beside("alongside.config.worker"):
        server.serve()


def _leave_no_connections() -> None:
    """The server's workers may be forks of this process: a connection in two processes would answer the wrong one."""
    for connection in connections.all(initialized_only=True):
        connection.close()
        connection.close_pool()


@contextmanager
def beside(module: str) -> Iterator[None]:
    """The keeper or the worker runs beside the server, and is started again where it dies. It ends when its standard
    input is closed, even by a crash."""
    if "owner" not in settings.DATABASES:
        log.warning(NOT_BESIDE, module)
        yield
        return
    one = Beside([sys.executable, "-m", module])
    try:
        yield
    finally:
        one.end()


class Beside:
    """A process that is kept running: one that died is started again after a moment."""

    def __init__(self, command: list[str], *, moment: float = MOMENT_SECONDS) -> None:
        self.command, self.moment = command, moment
        self._ended = threading.Event()
        self.process = self._start()
        self._keeper = threading.Thread(target=self._keep, daemon=True)
        self._keeper.start()

    def end(self) -> None:
        """Close its standard input and wait; what does not end is killed."""
        self._ended.set()
        if self.process.stdin is not None:
            self.process.stdin.close()
        try:
            self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def _start(self) -> subprocess.Popen[bytes]:
        # In a session of its own, so that Ctrl-C reaches the server only.
        return subprocess.Popen(self.command, stdin=subprocess.PIPE, start_new_session=True)

    def _keep(self) -> None:
        while not self._ended.is_set():
            status = self.process.wait()
            if self._ended.wait(self.moment):
                return
            log.error("%s ended by itself with status %s; it is started again.", self.command[-1], status)
            self.process = self._start()


NOT_BESIDE = (
    "DATABASE_OWNER_URL is not set, so %s does not run beside the server: the keeper seals the ledger and refreshes "
    "stored answers, the worker builds packets. Set it, or run them elsewhere with it, as `python -m`."
)
