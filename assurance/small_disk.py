"""A ground on a disk of its own that is soon full: a small file system in memory, mounted for it."""

from __future__ import annotations

import atexit
import contextlib
import os
import secrets
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import psutil

from .bed import CannotTry
from .ground import Ground, copy

DISK_BYTES = 260 * 2**20
PREFIX = "bed-on-disk-"
PIECES = (2**20, 2**12)


class SmallDisk:
    """The disk and the ground on it."""

    def __init__(self) -> None:
        for left in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
            if not psutil.pid_exists(int(left.name.removeprefix(PREFIX).split("-")[0])):
                self._take_away(left)
        self.folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-"))
        self.folder.chmod(0o755)  # the database runs as another user
        disk = self.folder / "disk"
        disk.mkdir()
        self._run("mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES},mode=0755", "tmpfs", str(disk))
        self.filler = disk / "full"
        self.ground = Ground(copy(disk / "data"), beside=self.folder)
        atexit.register(self.leave)

    def fill(self, spare: int) -> None:
        """Write until nothing more goes in, and take so many bytes back."""
        with self.filler.open("ab", buffering=0) as filler:
            for piece in PIECES:
                with contextlib.suppress(OSError):
                    while filler.write(secrets.token_bytes(1) * piece) == piece:
                        pass
            filler.truncate(max(0, filler.tell() - spare))

    def empty(self) -> None:
        """Give the room back."""
        self.filler.unlink(missing_ok=True)

    def end_log_file(self) -> None:
        """Have the database go on in a new file of its log, for which there is no room."""
        with contextlib.suppress(Exception), self.ground.connect() as connection:
            for _ in range(8):
                connection.execute("select pg_switch_wal()")
                connection.execute("select pg_logical_emit_message(true, 'bed', 'goes on')")

    def leave(self) -> None:
        """Take the disk away."""
        self.ground.leave()
        self._take_away(self.folder)

    @classmethod
    def _take_away(cls, folder: Path) -> None:
        with contextlib.suppress(CannotTry):
            cls._run("umount", "--lazy", str(folder / "disk"))
        shutil.rmtree(folder, ignore_errors=True)

    @staticmethod
    def _run(*command: str) -> None:
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise CannotTry(f"Only root may mount a small disk: {done.stderr.strip()}")


@cache
def small_disk() -> SmallDisk:
    """The small disk of this process. Raises CannotTry where it cannot be mounted."""
    if os.name == "nt" or shutil.which("mount") is None or os.geteuid() != 0:
        raise CannotTry("Only root may mount a small disk.")
    return SmallDisk()
