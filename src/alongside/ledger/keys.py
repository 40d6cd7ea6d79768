"""Another key for the ledger's checkpoints: the former one signs from which size on the next one signs.

Former keys stay known by their public halves, so older checkpoints are still held against the key of their time.
"""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.db import connections, transaction

from .checkpoints import public_bytes, short_name, signing_key
from .models import Checkpoint
from .seal import OWNER

FORMER = "ledger_keys.json"
KEY, NEXT = "ledger.key", "ledger.key.next"


@dataclass(frozen=True)
class Handover:
    """From checkpoints above `size` entries on, `to` signs in place of `by`; both public, in base64."""

    size: int
    by: str
    to: str
    signature: str = ""

    def text(self) -> bytes:
        """What the former key signed."""
        return f"alongside ledger key\n{self.size}\n{self.by}\n{self.to}\n".encode()

    @property
    def holds(self) -> bool:
        """Whether the former key signed it."""
        with suppress(InvalidSignature, ValueError):
            key = Ed25519PublicKey.from_public_bytes(base64.b64decode(self.by))
            key.verify(base64.b64decode(self.signature), self.text())
            return True
        return False


def handovers(folder: Path) -> list[Handover]:
    """Every change of the key, the oldest first."""
    path = folder / FORMER
    return [Handover(**one) for one in json.loads(path.read_text("utf-8"))] if path.exists() else []


def key_at(size: int, known: Sequence[Handover], now: bytes) -> bytes:
    """The public key a checkpoint of that size is signed with."""
    return next((base64.b64decode(one.by) for one in known if size <= one.size), now)


def flaws_of_keys(known: Sequence[Handover], now: bytes) -> list[str]:
    """What is wrong with the row of keys, in sentences."""
    found = []
    for nth, one in enumerate(known):
        following = known[nth + 1].by if nth + 1 < len(known) else base64.b64encode(now).decode()
        if not one.holds:
            found.append(f"The change of the key at {one.size} entries was not signed by the key before.")
        if one.to != following:
            name = short_name(base64.b64decode(following))
            found.append(f"The key {name} follows after {one.size} entries, but was not handed over to.")
    return found


def change_key(folder: Path, *, using: str = OWNER) -> Handover:
    """Make another key, have the former one hand over to it, and return that. Nothing is sealed meanwhile."""
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        cursor.execute("lock table ledger_sealed in share row exclusive mode")
        newest = Checkpoint.objects.using(using).order_by("size").last()
        known, former = handovers(folder), signing_key(folder)
        made = Ed25519PrivateKey.generate()
        plain = Handover(newest.size if newest else 0, _text(former), _text(made))
        handover = Handover(plain.size, plain.by, plain.to, base64.b64encode(former.sign(plain.text())).decode())
        _write(folder / NEXT, made.private_bytes_raw())
        _write(folder / FORMER, json.dumps([asdict(one) for one in (*known, handover)], indent=1).encode())
        (folder / NEXT).replace(folder / KEY)
    return handover


def _write(path: Path, content: bytes) -> None:
    draft = path.with_name(f".{path.name}")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def _text(key: Ed25519PrivateKey) -> str:
    return base64.b64encode(public_bytes(key)).decode()
