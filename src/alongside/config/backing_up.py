"""Backing up the embedded server while it serves: whole, or the log since the last step. Everything leaves sealed."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import tarfile
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyrage
from psycopg import sql
from psycopg.errors import LockNotAvailable

from . import backup_log
from .backup_steps import BadBackup, Step, key_text, read_steps, write_step
from .commands import CannotRun, checkpoint, database_errors, ready_as_owner
from .embedded_roles import SUPERUSER, Address
from .places import KEPT_FILES
from .sealed_files import CannotOpen, recipient, seal, sha256_of
from .table_figures import Figures, as_json, figures, tables

CLUSTER, HOUSE, LOG, FIGURES = "cluster.tar.gz.age", "keys.tar.age", "log-{:04}.tar.gz.age", "figures.json.age"
SPOOL = "log_to_seal"
LOCK_SECONDS = 60
# Shorter than the server's deadlock_timeout: where a page and the backup wait for each other, the backup gives way.
PATIENCE = "600ms"


@dataclass(frozen=True)
class Made:
    """A step that was made. `waited` is how long writing had to wait while tables were counted."""

    folder: Path
    step: Step
    seconds: float
    waited: float
    rows: int

    def said(self) -> list[str]:
        """In sentences."""
        size = sum((self.folder / name).stat().st_size for name in self.step.files)
        lines = [f"{self.folder}: step {self.step.number}, {size / 1e6:.1f} MB, sealed, in {self.seconds:.1f} s."]
        if self.rows:
            lines.append(f"{self.rows} rows counted and hashed; writing waited {self.waited:.1f} s for it.")
        return lines


def back_up(place: Path, *, to: str, only_log: bool = False) -> Made:
    """Back up into a new folder in `place`; or, with `only_log`, add to the newest one there. Raises CannotRun."""
    began = time.monotonic()
    if os.environ.get("DATABASE_URL"):
        raise CannotRun(
            "This backs up the embedded server. The server of DATABASE_URL is backed up with its own tools; "
            "keep ledger.key and the secret key of the data folder with it."
        )
    try:
        key = recipient(to)
    except CannotOpen as error:
        raise CannotRun(str(error)) from None
    ready_as_owner()
    place.mkdir(parents=True, exist_ok=True)
    note = _newest_checkpoint()
    with database_errors():
        work = _Work(key, note)
        try:
            return work.add_log(place, began) if only_log else work.whole(place, began)
        except (backup_log.ToolFailed, BadBackup, OSError) as error:
            raise CannotRun(f"The backup was not made: {error}") from None


def _newest_checkpoint() -> str:
    """Seal first, so that the backup carries all there is; an empty ledger has none."""
    try:
        return checkpoint()
    except CannotRun as nothing:
        if "Nothing has been recorded" in str(nothing):
            return ""
        raise


class _Work:
    """One run: the server, as its superuser, and what is sealed to."""

    def __init__(self, key: pyrage.x25519.Recipient, note: str) -> None:
        from django.conf import settings

        from alongside.ledger.checkpoints import signing_key

        from .embedded import start

        self.data: Path = settings.ALONGSIDE_DATA
        self.server = start(self.data)
        self.address: Address = self.server.address(SUPERUSER)
        self.sealed_to, self.note, self.signing = key, note, signing_key(self.data)

    def whole(self, place: Path, began: float) -> Made:
        """The cluster, the keys, the log until now, and the figures of that moment."""
        for broken_off in place.glob(".backup-*.unfinished"):
            shutil.rmtree(broken_off)
        with self.address.connect("alongside") as connection:
            made_at, slot = self._moment(connection)
            folder = place / f"backup-{made_at.replace(':', '').replace('-', '')}"
            draft = folder.with_name(f".{folder.name}.unfinished")
            draft.mkdir()
            self._keep_the_log_from_now(connection, slot)
            with backup_log.whole_cluster(self.server, self.address) as stream:
                seal(stream, draft / CLUSTER, self.sealed_to)
            seal(self._keys(), draft / HOUSE, self.sealed_to)
            position, last, counted, waited = self._count(connection)
            seal(io.BytesIO(as_json(counted)), draft / FIGURES, self.sealed_to)
            step = self._finish(connection, draft, 0, made_at, slot, (position, last), (CLUSTER, HOUSE, FIGURES), "")
        draft.rename(folder)
        return Made(folder, step, time.monotonic() - began, waited, sum(rows for rows, _ in counted.values()))

    def add_log(self, place: Path, began: float) -> Made:
        """The log since the newest step."""
        folders = sorted(place.glob("backup-*"))
        if not folders:
            raise CannotRun(f"There is no backup in {place} to add to. Make one without --log first.")
        folder = folders[-1]
        steps = read_steps(folder, broken_off=LOG)
        if steps[0].key != key_text(self.signing):
            raise CannotRun(f"The ledger has another key since {folder.name} was made. Make a whole backup.")
        with self.address.connect("alongside") as connection:
            made_at, _ = self._moment(connection)
            slot = slot_of(steps[0].made_at)
            kept = connection.execute(
                "select wal_status from pg_replication_slots where slot_name = %s", [slot]
            ).fetchone()
            if kept is None or kept == ("lost",):
                raise CannotRun(f"The log since {folder.name} is no longer kept here. Make a whole backup.")
            before = hashlib.sha256((folder / steps[-1].name).read_bytes()).hexdigest()
            end = backup_log.end_of_segment(connection)
            step = self._finish(connection, folder, len(steps), made_at, slot, end, (), before)
        return Made(folder, step, time.monotonic() - began, 0.0, 0)

    def _finish(
        self, connection: Any, folder: Path, number: int, made_at: str, slot: str, end: tuple[str, str],
        names: tuple[str, ...], before: str,
    ) -> Step:  # fmt: skip
        """Seal the log up to the end, and sign what the step holds."""
        log = folder / LOG.format(number)
        with tempfile.TemporaryDirectory(dir=self.data, prefix=".backup-") as plain:
            packed = Path(plain) / "log.tar.gz"
            backup_log.log_until(self.server, self.address, slot, end, self.data / SPOOL, packed)
            log.unlink(missing_ok=True)  # of a step that was broken off; what it held still lies in the spool
            with packed.open("rb") as stream:
                seal(stream, log, self.sealed_to)
        server, cluster = connection.execute(
            "select current_setting('server_version'), system_identifier::text from pg_control_system()"
        ).fetchone()
        files = {name: sha256_of(folder / name) for name in (*names, log.name)}
        step = Step(number, made_at, server, cluster, files, before, self.note, key_text(self.signing))
        write_step(folder, step, self.signing)
        shutil.rmtree(self.data / SPOOL)
        return step

    def _moment(self, connection: Any) -> tuple[str, str]:
        (now,) = connection.execute(
            "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
        ).fetchone()
        return now, slot_of(now)

    def _keep_the_log_from_now(self, connection: Any, slot: str) -> None:
        """A slot makes the server keep its log for the next steps; that of an older backup is given up."""
        connection.execute(
            "select pg_drop_replication_slot(slot_name) from pg_replication_slots "
            "where slot_name like 'alongside\\_%' and not active"
        )
        shutil.rmtree(self.data / SPOOL, ignore_errors=True)
        connection.execute("select pg_create_physical_replication_slot(%s, true)", [slot])

    def _keys(self) -> io.BytesIO:
        packed = io.BytesIO()
        with tarfile.open(fileobj=packed, mode="w") as tar:
            for name in KEPT_FILES:
                if (self.data / name).exists():
                    tar.add(self.data / name, arcname=name)
        packed.seek(0)
        return packed

    def _count(self, connection: Any) -> tuple[str, str, Figures, float]:
        """Figures of one moment, and where the log stood then: nobody writes in between."""
        until = time.monotonic() + LOCK_SECONDS
        while True:
            began = time.monotonic()
            try:
                with connection.transaction():
                    connection.execute(f"set local lock_timeout = '{PATIENCE}'")
                    names = sql.SQL(", ").join(sql.Identifier("public", table) for table in tables(connection))
                    connection.execute(sql.SQL("lock table {} in share mode").format(names))
                    counted = figures(connection)
                    position, last = backup_log.end_of_segment(connection)
                return position, last, counted, time.monotonic() - began
            except LockNotAvailable:
                if time.monotonic() > until:
                    raise backup_log.ToolFailed(f"Tables were written to for {LOCK_SECONDS} s on end.") from None


def slot_of(made_at: str) -> str:
    """The name of the slot that keeps the log for the backup begun at that moment."""
    return "alongside_" + "".join(sign for sign in made_at.lower() if sign.isalnum())
