"""The manifest of a packet: every file with its hash, and by whom each is asked for. Nobody's name stands in it.

A manifest is JSON, keys in order, so that one packet has one manifest and the manifest one hash: that of the receipt.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, dataclass
from typing import Any

MANIFEST, WHOLE, STATEMENT = "manifest.json", "packet.pdf", "redisclosure.txt"
FORMAT = "alongside packet 1"


@dataclass(frozen=True)
class Listed:
    """One file of the archive: whose it is (the number in this packet), and what it answers."""

    name: str
    sha256: str
    pages: int
    person: int
    requirement: str
    title: str
    is_signed: bool


@dataclass(frozen=True)
class NotThere:
    """Something asked for that is not in the packet, and why."""

    person: int
    requirement: str
    reason: str


def manifest_of(
    about: dict[str, Any], *, files: list[Listed], whole: dict[str, Any], statement: str, missing: list[NotThere]
) -> bytes:
    """The manifest as bytes. `about`: {"packet", "program", "period", "sample", "people", "practice", "made_at"}."""
    content = {
        "format": FORMAT,
        **about,
        "statement": {"name": STATEMENT, "sha256": sha256(statement.encode()), "text": statement},
        "combined": {"name": WHOLE, **whole},
        "files": [asdict(one) for one in files],
        "missing": [asdict(one) for one in missing],
    }
    return json.dumps(content, sort_keys=True, indent=1, ensure_ascii=False).encode()


def file_name(person: int, nth: int, requirement: str) -> str:
    """Where a file stands in the archive: numbers and what it answers, never a name of a person."""
    plain = re.sub(r"[^a-z0-9]+", "-", requirement.lower()).strip("-")
    return f"files/person-{person:03}/{nth:02}-{plain}.pdf"


def sha256(content: bytes) -> str:
    """Hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()
