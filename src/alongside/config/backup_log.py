"""The server's own tools, as a backup uses them: the whole cluster as one stream, and its log up to a position."""

from __future__ import annotations

import os
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from .embedded_roles import Address

if TYPE_CHECKING:
    from .embedded import Server

LOG_SECONDS = 300


class ToolFailed(Exception):
    """A tool of the server ended with an error. The text is what it said."""


@contextmanager
def whole_cluster(server: Server, address: Address) -> Iterator[BinaryIO]:
    """The cluster as a compressed tar, read while the server works on. Raises ToolFailed at the end of the block."""
    options = (
        "--format=tar", "--compress=gzip:1", "--wal-method=fetch", "--checkpoint=fast", "--manifest-checksums=SHA256",
        "--pgdata=-",
    )  # fmt: skip
    with tempfile.TemporaryFile() as words:
        command = [str(server.bin_path / "pg_basebackup"), *_reaching(address), *options]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=words, env=_environment(address))
        try:
            assert process.stdout is not None
            yield process.stdout  # type: ignore[misc]
            process.stdout.close()
            status = process.wait(timeout=60)
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
        if status:
            words.seek(0)
            raise ToolFailed(words.read().decode(errors="replace").strip())


def log_until(server: Server, address: Address, slot: str, end: tuple[str, str], spool: Path, target: Path) -> None:
    """Write the log the slot has kept as a compressed tar, up to `end`: the last position, and its segment's name.

    Segments come into the folder `spool` first. What the server handed over it no longer keeps, so the caller empties
    that folder only when the tar is safe. Raises ToolFailed.
    """
    position, last = end
    spool.mkdir(mode=0o700, exist_ok=True)
    command = [
        str(server.bin_path / "pg_receivewal"), *_reaching(address), f"--directory={spool}", f"--slot={slot}",
        "--no-loop", f"--endpos={position}",
    ]  # fmt: skip
    try:
        done = subprocess.run(command, env=_environment(address), capture_output=True, timeout=LOG_SECONDS)
    except subprocess.TimeoutExpired:
        raise ToolFailed(f"The log up to {position} did not come within {LOG_SECONDS} seconds.") from None
    if done.returncode:
        raise ToolFailed(done.stderr.decode(errors="replace").strip())
    with tarfile.open(target, "x:gz", compresslevel=1) as tar:
        for path in sorted(spool.iterdir()):
            name = path.name.removesuffix(".partial")
            if name <= last:
                tar.add(path, arcname=name)


def end_of_segment(connection: Any) -> tuple[str, str]:
    """Begin a new segment of the log. Gives the last position of the one that ended, and its name."""
    switched, name = connection.execute(
        "with switched as (select pg_switch_wal() as at) select at::text, pg_walfile_name(at - 1) from switched"
    ).fetchone()
    (size,) = connection.execute("select setting::bigint from pg_settings where name = 'wal_segment_size'").fetchone()
    high, low = (int(part, 16) for part in switched.split("/"))
    last = ((high << 32) + low - 1) // size * size + size - 1
    return f"{last >> 32:X}/{last & 0xFFFFFFFF:X}", name


def _reaching(address: Address) -> tuple[str, ...]:
    return (f"--host={address.host}", f"--port={address.port}", f"--username={address.user}", "--no-password")


def _environment(address: Address) -> dict[str, str]:
    return {**os.environ, "PGPASSWORD": address.password, "LC_ALL": "C"}
