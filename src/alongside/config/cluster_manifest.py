"""The list of files the server writes into a copy of the whole cluster, held against what was unpacked."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from .backup_steps import BadBackup

MANIFEST = "backup_manifest"
ALGORITHM = "SHA256"
# The server itself lists neither of them: the log is checked as it is replayed, settings may be changed by hand.
NOT_LISTED = ("pg_wal/", MANIFEST, "postgresql.auto.conf")


def verify_cluster(place: Path) -> int:
    """Check size and hash of every file of an unpacked cluster, before anything starts on it, and the list itself.
    Returns how many files there are. Raises BadBackup, which names the file."""
    text = (place / MANIFEST).read_bytes()
    body, _, _ = text.rpartition(b'"Manifest-Checksum"')
    try:
        listed = json.loads(text)
        is_whole = hashlib.sha256(body).hexdigest() == listed["Manifest-Checksum"]
        files = {_path(one): one for one in listed["Files"]}
    except (ValueError, KeyError, TypeError):
        raise BadBackup(f"{MANIFEST} in the cluster is no whole list of files.") from None
    if not is_whole:
        raise BadBackup(f"{MANIFEST} in the cluster was changed: it does not fit its own hash.")
    for name, one in files.items():
        if not name.startswith(NOT_LISTED):
            _check(place / name, name, one)
    there = {path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file()}
    for name in sorted(there - set(files)):
        if not name.startswith(NOT_LISTED):
            raise BadBackup(f"The cluster has a file its own list does not name: {name}.")
    return len(files)


def _path(one: dict[str, str]) -> str:
    """Names that are not UTF-8 are listed as hexadecimal digits."""
    return one["Path"] if "Path" in one else bytes.fromhex(one["Encoded-Path"]).decode(errors="surrogateescape")


def _check(path: Path, name: str, one: dict[str, object]) -> None:
    if not path.is_file():
        raise BadBackup(f"The cluster lacks {name}.")
    if path.stat().st_size != one["Size"]:
        raise BadBackup(f"{name} of the cluster is {path.stat().st_size} bytes long; its list says {one['Size']}.")
    with path.open("rb") as file:
        now = hashlib.file_digest(file, "sha256").hexdigest()
    if one.get("Checksum-Algorithm") != ALGORITHM or now != one["Checksum"]:
        raise BadBackup(f"{name} of the cluster is not what its list says: its hash is another.")
