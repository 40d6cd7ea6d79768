"""Checking a packet anywhere: every hash of its manifest, nothing missing, nothing besides. Needs no database."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..archive import BROKEN
from ..problems import Refused
from .manifest import FORMAT, MANIFEST, sha256

WANTED = "a packet as Alongside makes it (packet.zip)"
ASK = "Ask for the packet anew."
MOST_FILES, LARGEST_MANIFEST = 20_000, 64 * 1024 * 1024
CHUNK = 1024 * 1024


@dataclass
class Verified:
    """What was checked: the packet's number, its files, the hash its receipt names, and every flaw as a sentence."""

    packet: str
    files: int
    manifest_hash: str
    flaws: list[str] = field(default_factory=list)

    def lines(self) -> list[str]:
        """As the command prints it."""
        said = f"Packet {self.packet}: {self.files} files, manifest {self.manifest_hash}"
        if self.flaws:
            return [said, *self.flaws, f"{len(self.flaws)} found. {ASK}"]
        return [said, "Every file is as the manifest says. The receipt of this packet must name the same manifest."]


def verify_packet(path: Path, receipt: str = "") -> Verified:
    """Check an archive; with `receipt`, the hash on its receipt, also that it is the one that was sent. Raises
    Refused for what is no packet."""
    try:
        with zipfile.ZipFile(path) as archive:
            return _verified(archive, path, receipt.strip().lower())
    except OSError as error:
        raise Refused(path.name, f"The file cannot be read ({error.strerror or 'damaged'})", WANTED, ASK) from error
    except BROKEN as error:
        raise Refused(path.name, "This is no archive, or it is damaged or locked", WANTED, ASK) from error


def _verified(archive: zipfile.ZipFile, path: Path, receipt: str) -> Verified:
    parts = archive.namelist()
    if MANIFEST not in parts or len(parts) > MOST_FILES or archive.getinfo(MANIFEST).file_size > LARGEST_MANIFEST:
        raise Refused(path.name, "The archive holds no manifest that can be read", WANTED, ASK)
    raw = archive.read(MANIFEST)
    try:
        manifest = json.loads(raw)
        listed = {str(one["name"]): str(one["sha256"]) for one in _listed(manifest)}
    except (ValueError, KeyError, TypeError) as error:
        raise Refused(path.name, "Its manifest cannot be read", WANTED, ASK) from error
    found = Verified(str(manifest.get("packet", "")), len(listed), sha256(raw))
    found.flaws.extend(_differences(archive, parts, listed))
    if not str(manifest["statement"].get("text", "")).strip():
        found.flaws.append("The redisclosure statement is empty.")
    if receipt and receipt != found.manifest_hash:
        found.flaws.append(f"The manifest is not the one of the receipt, which names {receipt}.")
    return found


def _listed(manifest: Any) -> Iterator[Any]:
    if manifest["format"] != FORMAT:
        raise ValueError(manifest["format"])
    yield manifest["statement"]
    yield manifest["combined"]
    yield from manifest["files"]


def _differences(archive: zipfile.ZipFile, parts: list[str], listed: dict[str, str]) -> Iterator[str]:
    for name in sorted(set(listed) - set(parts)):
        yield f"{name} is missing: the manifest lists it."
    for name in sorted(set(parts) - set(listed) - {MANIFEST}):
        yield f"{name} does not belong here: the manifest does not list it."
    for name in sorted({name for name in parts if parts.count(name) > 1}) if len(set(parts)) < len(parts) else ():
        yield f"{name} is in the archive more than once."
    for name in sorted(set(listed) & set(parts)):
        if _hash_of(archive, name) != listed[name]:
            yield f"{name} is not what was packed: it was altered."


def _hash_of(archive: zipfile.ZipFile, name: str) -> str:
    """The hash of one part; empty where it does not unpack."""
    hashed = hashlib.sha256()
    try:
        with archive.open(name) as part:
            while chunk := part.read(CHUNK):
                hashed.update(chunk)
    except BROKEN:
        return ""
    return hashed.hexdigest()
