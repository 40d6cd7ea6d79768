"""Files sealed to a key whose other half is not here, in the age format: `age --decrypt` opens them without Alongside.

The public half (age1…) can be anywhere. The private half (AGE-SECRET-KEY-1…) belongs where the server is not: who
takes the server and its backups together then holds nothing that opens them.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import BinaryIO

import pyrage

CHUNK = 1 << 20


class CannotOpen(Exception):
    """A key is no key, or a sealed file does not open with it. The text says which."""


def new_key(path: Path) -> str:
    """Make a pair of keys, write the private half to a file that must not exist yet, and return the public half.
    Raises FileExistsError."""
    made = pyrage.x25519.Identity.generate()
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(f"# public key: {made.to_public()}\n{made}\n")
    return str(made.to_public())


def recipient(text: str) -> pyrage.x25519.Recipient:
    """The public half from its text. Raises CannotOpen."""
    try:
        return pyrage.x25519.Recipient.from_str(text.strip())
    except pyrage.RecipientError:
        raise CannotOpen(
            "The key to seal to must be the public half, which begins with age1. “alongside backup-key FILE”, run on "
            "another machine, makes a pair."
        ) from None


def identity(path: Path) -> pyrage.x25519.Identity:
    """The private half from its file: the first line that is no comment. Raises CannotOpen."""
    try:
        lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
        return pyrage.x25519.Identity.from_str(next(line for line in lines if line and not line.startswith("#")))
    except OSError as error:
        raise CannotOpen(f"The key {path} cannot be read: {error.strerror}.") from None
    except (StopIteration, UnicodeDecodeError, pyrage.IdentityError):
        raise CannotOpen(f"{path} holds no private key; its line begins with AGE-SECRET-KEY-1.") from None


def seal(source: BinaryIO, path: Path, to: pyrage.x25519.Recipient) -> None:
    """Write everything read from `source` to a new file, sealed, and on the disk before this returns."""
    with path.open("xb") as file:
        pyrage.encrypt_io(source, file, [to])
        file.flush()
        os.fsync(file.fileno())


def unseal(path: Path, key: pyrage.x25519.Identity, target: BinaryIO) -> None:
    """Write what a sealed file holds. Raises CannotOpen: another key sealed it, or it was changed since."""
    try:
        with path.open("rb") as file:
            pyrage.decrypt_io(file, target, [key])
    except (pyrage.DecryptError, OSError, ValueError) as error:
        raise CannotOpen(f"{path.name} does not open with this key: {error}.") from None


def sha256_of(path: Path) -> str:
    """The hash of a file as it lies on the disk, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
