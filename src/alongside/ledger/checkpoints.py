"""Checkpoints as signed text that can be kept anywhere: printed, mailed, on paper. And the key that signs them."""

from __future__ import annotations

import base64
import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

ORIGIN = "alongside ledger"
SIGNED_BY = "— alongside "


class BadNote(ValueError):
    """A text is not a checkpoint, or its signature does not hold. The text says which."""


@dataclass(frozen=True)
class Note:
    """What a checkpoint states: at this time the ledger had `size` entries and this root; and by which key."""

    size: int
    root: bytes
    at: datetime
    key: bytes

    def body(self) -> str:
        """The text that is signed."""
        lines = (
            ORIGIN,
            str(self.size),
            base64.b64encode(self.root).decode(),
            f"time {self.at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
            f"key {base64.b64encode(self.key).decode()}",
        )
        return "".join(f"{line}\n" for line in lines)


def sign(note: Note, key: Ed25519PrivateKey) -> str:
    """The note with its signature, as text."""
    return f"{note.body()}\n{SIGNED_BY}{base64.b64encode(key.sign(note.body().encode())).decode()}\n"


def read(text: str) -> Note:
    """Read a signed note and check the signature by the key it names. Raises BadNote."""
    expected = "It should be the text that `alongside checkpoint` printed."
    try:
        body, signature = text.replace("\r\n", "\n").strip().split(f"\n\n{SIGNED_BY}")
        origin, size, root, time, key = body.split("\n")
        if origin != ORIGIN:
            raise BadNote(f"This is not a checkpoint: its first line is {origin[:40]!r}. {expected}")
        at = datetime.strptime(time, "time %Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
        note = Note(int(size), base64.b64decode(root), at, base64.b64decode(key.removeprefix("key ")))
        Ed25519PublicKey.from_public_bytes(note.key).verify(base64.b64decode(signature), f"{body}\n".encode())
    except BadNote:
        raise
    except InvalidSignature:
        raise BadNote("The checkpoint was changed after it was signed: its signature does not fit its text.") from None
    except ValueError:
        raise BadNote(f"This is not a whole checkpoint. {expected}") from None
    return note


def signing_key(folder: Path) -> Ed25519PrivateKey:
    """The key in `ledger.key` of the data folder, made the first time."""
    path = folder / "ledger.key"
    if not path.exists():
        made = Ed25519PrivateKey.generate().private_bytes(Encoding.Raw, PrivateFormat.Raw, NoEncryption())
        with (
            suppress(FileExistsError),
            os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file,
        ):
            file.write(made)
    return Ed25519PrivateKey.from_private_bytes(path.read_bytes())


def public_bytes(key: Ed25519PrivateKey) -> bytes:
    """The public half, 32 bytes."""
    return key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def short_name(key: bytes) -> str:
    """Enough of a public key to tell two apart."""
    return hashlib.sha256(key).hexdigest()[:12]
