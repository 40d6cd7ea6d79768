"""A migrated database as a file: dumped once from the tests' template, restored wherever a bed needs a cluster of its
own. Migrating takes a minute, restoring seconds."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import fasteners

from alongside.config.embedded import Server, start
from alongside.config.embedded_roles import SUPERUSER

from .settled import settled

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "var" / "beds"
DATABASE = "alongside"


def into(folder: Path) -> None:
    """Make an embedded cluster in this data folder with a migrated and empty database, and leave it stopped."""
    words = f"from assurance.shaped import _restore; _restore({str(folder)!r}, {str(_dump())!r})"
    subprocess.run([sys.executable, "-c", words], env=settled(), cwd=ROOT, check=True)


def _dump() -> Path:
    """The dump of today's shape, made now where there is none."""
    from cluster import shape

    KEPT.mkdir(parents=True, exist_ok=True)
    place = KEPT / f"shape-{shape()}.dump"
    with fasteners.InterProcessLock(KEPT / ".shape.lock"):
        if not place.exists():
            for former in KEPT.glob("shape-*.dump"):
                former.unlink()
            words = f"from assurance.shaped import _write; _write({str(place)!r})"
            subprocess.run([sys.executable, "-c", words], env=settled(), cwd=ROOT, check=True)
    return place


def _write(place: str) -> None:
    """In a process of its own: the tests' template, through a clone of it."""
    import cluster
    import django

    django.setup()
    with cluster.clone() as name:
        _run("pg_dump", start(cluster.FOLDER), "--format=custom", "--compress=0", f"--file={place}.part", name)
    Path(f"{place}.part").rename(place)


def _restore(folder: str, dump: str) -> None:
    """In a process of its own, with whose end the cluster stops."""
    server = start(Path(folder), {"fsync": "off", "full_page_writes": "off"})
    _run("pg_restore", server, "--jobs=2", "--exit-on-error", f"--dbname={DATABASE}", dump)


def _run(program: str, server: Server, *arguments: str) -> None:
    at = server.address(SUPERUSER)
    where = [f"--host={at.host}", f"--port={at.port}", f"--username={at.user}"]
    command = [str(server.bin_path / program), *where, *arguments]
    subprocess.run(command, env={**os.environ, "PGPASSWORD": at.password}, check=True)
