"""Restoring a backup into an empty place: checked before it is opened, started, and proven before anyone uses it."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tarfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import pyrage

from . import backup_log
from .backing_up import CLUSTER, FIGURES, HOUSE, LOG
from .backup_steps import BadBackup, Step, key_text, read_steps
from .cluster_manifest import verify_cluster
from .commands import CannotRun
from .embedded_roles import SUPERUSER
from .restoring_until import came_there, newest_by, refuse_another_time, stop_at, stop_at_nothing
from .sealed_files import CannotOpen, identity, unseal
from .table_figures import differences, figures, from_json

Result = TypeVar("Result")
VERIFY = "import sys; from alongside.cli import main; sys.exit(main(sys.argv[1:]))"
OF_ANOTHER_DATABASE = ("DATABASE_URL", "DATABASE_OWNER_URL", "ALONGSIDE_DEMO")


@dataclass
class Restored:
    """What came back: seconds by what took them, what was compared, and a sentence for each flaw."""

    place: Path
    steps: list[Step]
    until: datetime | None = None
    took: dict[str, float] = field(default_factory=dict)
    tables: int = 0
    rows: int = 0
    ledger: list[str] = field(default_factory=list)
    flaws: list[str] = field(default_factory=list)

    @property
    def seconds(self) -> float:
        """How long it took, from the first check to the last."""
        return sum(self.took.values())

    def said(self) -> list[str]:
        """In sentences."""
        times = ", ".join(f"{what} {seconds:.1f} s" for what, seconds in self.took.items())
        compared = (
            f"{self.tables} tables with {self.rows} rows are as they were when the backup was made."
            if self.tables
            else "Tables were not compared: the log goes on after the moment they were counted."
        )
        as_of = f"{self.until:%Y-%m-%dT%H:%M:%S%z}" if self.until else self.steps[-1].made_at
        lines = [f"Restored to {self.place} as of {as_of} in {self.seconds:.1f} s ({times})."]
        lines += self.flaws or [compared]
        return lines + [f"  {line}" for line in self.ledger]


def restore(
    backup: Path, into: Path, *, key: Path, checkpoint: Path | None = None, until: datetime | None = None
) -> Restored:
    """Restore the backup in the folder `backup` into `into`, which must be empty or missing, with the private half in
    the file `key`. `checkpoint` is one of the ledger kept outside. `until`, a moment with its zone, leaves out what
    was committed later. Raises CannotRun; then nothing is left in `into`."""
    if into.exists() and (not into.is_dir() or any(into.iterdir())):
        raise CannotRun(f"{into} is not empty. A backup is only restored into an empty place.")
    restored = Restored(into.resolve(), [], until)
    try:
        restored.steps = _timed(restored, "checked", lambda: read_steps(backup))
        refuse_another_time(restored.steps, until)
        opens = identity(key)
        into.mkdir(parents=True, exist_ok=True, mode=0o700)
        _timed(restored, "unpacked", lambda: _unpack(backup, restored, opens))
        _timed(restored, "started", lambda: _start(restored))
        _timed(restored, "counted", lambda: _compare(backup, restored, opens))
        _timed(restored, "verified", lambda: _verify(restored, checkpoint))
    except (BadBackup, CannotOpen, backup_log.ToolFailed, tarfile.TarError, OSError) as error:
        _leave_nothing(into)
        raise CannotRun(f"Not restored: {error}") from None
    return restored


def _timed(restored: Restored, what: str, work: Callable[[], Result]) -> Result:
    began = time.monotonic()
    try:
        return work()
    finally:
        restored.took[what] = time.monotonic() - began


def _unpack(backup: Path, restored: Restored, opens: pyrage.x25519.Identity) -> None:
    """Put every file where it was, and the log beside the cluster, which replays it when it starts."""
    place, cluster = restored.place, restored.place / "postgres"
    _unpack_one(backup / HOUSE, place, opens, place)
    _refuse_another_signer(place, restored.steps)
    cluster.mkdir(mode=0o700)
    _unpack_one(backup / CLUSTER, cluster, opens, place)
    verify_cluster(cluster)
    for left in cluster.glob(".s.PGSQL.*"):  # of the server that was running while it was copied
        left.unlink()
    for step in restored.steps:
        _unpack_one(backup / LOG.format(step.number), cluster / "pg_wal", opens, place)
    if restored.until is not None:
        stop_at(cluster, restored.until)
    from .embedded import Server

    server = Server(place, {})
    if server.system_user is not None:
        for path in (cluster, *cluster.rglob("*")):
            shutil.chown(path, server.system_user)


def _unpack_one(sealed: Path, target: Path, opens: pyrage.x25519.Identity, place: Path) -> None:
    plain = place / ".unsealed"
    try:
        with plain.open("xb") as file:
            unseal(sealed, opens, file)
        with tarfile.open(plain) as tar:
            tar.extractall(target, filter="data")
    finally:
        plain.unlink(missing_ok=True)


def _refuse_another_signer(place: Path, steps: list[Step]) -> None:
    """Anybody can seal to a public key; only the installation itself has the key of its ledger."""
    from alongside.ledger.checkpoints import signing_key

    if not (place / "ledger.key").exists() or key_text(signing_key(place)) != steps[0].key:
        raise BadBackup("The manifests were signed with another key than the ledger's inside.")


def _start(restored: Restored) -> None:
    from .embedded import CannotStart, start

    try:
        server = start(restored.place)
    except CannotStart as error:
        raise BadBackup(str(error)) from None
    with server.address(SUPERUSER).connect("alongside") as connection:
        identifier, recovering = connection.execute(
            "select system_identifier::text, pg_is_in_recovery() from pg_control_system()"
        ).fetchone() or ("", True)
        if restored.until is not None:
            recovering = not came_there(connection)
            stop_at_nothing(restored.place / "postgres")
    if identifier != restored.steps[0].cluster or recovering:
        raise BadBackup("The cluster that started is not the one of the manifests.")


def _compare(backup: Path, restored: Restored, opens: pyrage.x25519.Identity) -> None:
    if len(restored.steps) > 1 or restored.until is not None:
        return
    from .embedded import start

    text = io.BytesIO()
    unseal(backup / FIGURES, opens, text)
    kept = from_json(text.getvalue())
    with start(restored.place).address(SUPERUSER).connect("alongside", autocommit=False) as connection:
        now = figures(connection)
    restored.flaws += differences(kept, now)
    restored.tables, restored.rows = len(now), sum(rows for rows, _ in now.values())


def _verify(restored: Restored, outside: Path | None) -> None:
    """Ledger, documents and signatures, against the backup's own checkpoint and against one kept outside."""
    inside = restored.place / "checkpoint.txt"
    inside.write_text(newest_by(restored.steps, restored.until).checkpoint, encoding="utf-8")
    notes = [path for path in (inside, outside) if path is not None and path.read_text(encoding="utf-8")]
    environment = {name: value for name, value in os.environ.items() if name not in OF_ANOTHER_DATABASE}
    environment |= {"ALONGSIDE_DATA": str(restored.place), "DJANGO_SETTINGS_MODULE": "alongside.config.settings"}
    for note in notes or [None]:
        asked = ["verify", *(["--checkpoint", str(note)] if note else [])]
        done = subprocess.run([sys.executable, "-c", VERIFY, *asked], env=environment, capture_output=True, text=True)
        restored.ledger = done.stdout.splitlines()
        if done.returncode:
            restored.flaws.append("The ledger or what was signed is not as it was:")
            restored.flaws += [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]


def _leave_nothing(into: Path) -> None:
    from .embedded import let_go

    let_go(into)
    if into.is_dir():
        for path in into.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
