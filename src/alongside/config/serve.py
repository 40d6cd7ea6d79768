"""Serving the pages: granian in front, the keeper and the worker beside it."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connections

log = logging.getLogger(__name__)

WORKERS = "ALONGSIDE_WORKERS"


def run(host: str, port: int) -> None:
    """Serve until interrupted. The database has to be migrated and fit by then."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    server = Granian(
        "alongside.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=int(os.environ.get(WORKERS, "1" if settings.IS_DEMO else "2")),
        blocking_threads=4,
        respawn_failed_workers=True,
        log_level=LogLevels.warning,
    )
    _leave_no_connections()
    with beside("alongside.config.keeper"), beside("alongside.config.worker"):
        server.serve()


def _leave_no_connections() -> None:
    """The server's workers may be forks of this process: a connection in two processes would answer the wrong one."""
    for connection in connections.all(initialized_only=True):
        connection.close()
        connection.close_pool()


@contextmanager
def beside(module: str) -> Iterator[None]:
    """The keeper or the worker runs beside the server. It ends when its standard input is closed, even by a crash."""
    if "owner" not in settings.DATABASES:
        log.warning(NOT_BESIDE, module)
        yield
        return
    # In a session of its own, so that Ctrl-C reaches the server only.
    command = [sys.executable, "-m", module]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, start_new_session=True)
    try:
        yield
    finally:
        if process.stdin is not None:
            process.stdin.close()
        try:
            process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            process.kill()


NOT_BESIDE = (
    "DATABASE_OWNER_URL is not set, so %s does not run beside the server: the keeper seals the ledger and refreshes "
    "stored answers, the worker builds packets. Set it, or run them elsewhere with it, as `python -m`."
)
