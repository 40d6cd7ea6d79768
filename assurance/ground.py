"""The ground a bed stands on: an embedded PostgreSQL of its own, durable as in production, with a small program in it.

It is made once for each shape of the database and kept in var/beds; a run takes a copy. What needs Django runs in
processes of its own, so that a bed tries what is served and never its own connection.
"""

from __future__ import annotations

import atexit
import json
import os
import secrets
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import fasteners
import psutil
import psycopg

from alongside.config.embedded import CannotStart, Server
from alongside.config.embedded_roles import SUPERUSER

from .shaped import into

PATIENCE_SECONDS = 60
ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "var" / "beds"
SOURCE = ROOT / "src" / "alongside"
PATHS = [str(ROOT / part) for part in ("src", "tests", "tests/support", "")]
NOT_OURS = ("DATABASE_URL", "DATABASE_OWNER_URL", "ALONGSIDE_HOSTS", "ALONGSIDE_STATIC", "EMAIL_HOST")


class Ground:
    """A data folder in use, its database server, and `said`: what the program in it is called by (see filling.py).
    What a bed keeps for itself lies in the folder `beside`."""

    def __init__(self, folder: Path, *, beside: Path | None = None) -> None:
        self.folder, self.beside = folder, beside or folder
        self.said: dict[str, Any] = json.loads((folder / "said.json").read_text())
        self.server = Server(folder, {})
        self.server.start()

    @property
    def environ(self) -> dict[str, str]:
        """The environment of a process that works on this ground, by the embedded server's own way."""
        return environment(self.folder)

    def connect(self, *, autocommit: bool = True) -> psycopg.Connection[Any]:
        """A connection past every policy, for counting what is there and for planting what must be found."""
        return self.server.address(SUPERUSER).connect("alongside", autocommit=autocommit)

    def runs(self, script: str) -> str:
        """What a script prints that works on this ground with Django ready."""
        return run(self.folder, script)

    def kill_database(self) -> None:
        """`kill -9` of every process of the database at once: nothing is flushed, nobody says goodbye."""
        family = self.database()
        for one in family:
            with suppress(psutil.Error):
                one.kill()
        psutil.wait_procs(family, timeout=10)

    def database(self) -> list[psutil.Process]:
        """Every process of the database as it runs now, whoever started it; none where it is away."""
        running = self.server._running()
        with suppress(psutil.Error):
            if running and running.process:
                return [running.process, *running.process.children(recursive=True)]
        return []

    def start_database(self) -> None:
        """Start it again; it recovers by itself. One that is about to give up still looks alive: it is asked again."""
        until = time.monotonic() + PATIENCE_SECONDS
        while True:
            try:
                self.server.revive()
                self.connect().close()
                return
            except (CannotStart, psycopg.OperationalError):
                if time.monotonic() > until:
                    raise
            time.sleep(0.2)

    def leave(self) -> None:
        """Stop the database and let go of the folder."""
        with suppress(Exception):
            self.kill_database()
        shutil.rmtree(self.folder, ignore_errors=True)


@cache
def ground() -> Ground:
    """The ground of this process: a copy of the kept one, gone with the process."""
    here = Ground(copy())
    atexit.register(here.leave)
    return here


def copy(place: Path | None = None) -> Path:
    """A copy of the kept ground, in a folder of this process or in the place given."""
    KEPT.mkdir(parents=True, exist_ok=True)
    with fasteners.InterProcessLock(KEPT / ".lock"):
        kept = _kept()
        for left in KEPT.glob("run-*"):
            if not psutil.pid_exists(int(left.name.split("-")[1])):
                shutil.rmtree(left, ignore_errors=True)
        folder = place or KEPT / f"run-{os.getpid()}-{secrets.token_hex(2)}"
        subprocess.run(["cp", "-a", str(kept), str(folder)], check=True)
    return folder


def environment(folder: Path) -> dict[str, str]:
    """For a process that works in this data folder. Cookies travel without TLS, as in the demo."""
    kept = {name: value for name, value in os.environ.items() if name not in NOT_OURS}
    return {
        **kept,
        "ALONGSIDE_DATA": str(folder),
        "ALONGSIDE_DEMO": "1",
        "DJANGO_SETTINGS_MODULE": "alongside.config.settings",
        "SECRET_KEY": "for beds only",
        "PYTHONPATH": os.pathsep.join(PATHS),
    }


def run(folder: Path, script: str) -> str:
    """What a script prints in a process of its own."""
    command = [sys.executable, "-c", f"import django; django.setup()\n{script}"]
    return subprocess.run(
        command, env=environment(folder), check=True, cwd=ROOT, stdout=subprocess.PIPE, text=True
    ).stdout


def _kept() -> Path:
    """The folder as it was left when it was made, made now where the database has another shape today."""
    from cluster import shape

    place = KEPT / f"kept-{shape()}-{(ROOT / 'assurance/filling.py').stat().st_size}"
    if not place.exists():
        for old in KEPT.glob("kept-*"):
            shutil.rmtree(old, ignore_errors=True)
        draft = KEPT / "draft"
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir()
        into(draft)
        said = run(draft, "from assurance.filling import fill; fill()").splitlines()[-1]
        (draft / "said.json").write_text(said)
        draft.rename(place)
    return place
