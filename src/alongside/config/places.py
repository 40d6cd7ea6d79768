"""Where this installation keeps its own files: the embedded database, its passwords, the keys."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import platformdirs


def data_folder() -> Path:
    """The folder named by ALONGSIDE_DATA, else the user's data folder. Created, readable by its owner only."""
    named = os.environ.get("ALONGSIDE_DATA")
    folder = Path(named).expanduser() if named else Path(platformdirs.user_data_dir("alongside", appauthor=False))
    folder.mkdir(parents=True, exist_ok=True)
    return folder.resolve()


def own_file(path: Path, content: bytes) -> bytes:
    """Write a file only its owner can read, whole or not at all; where it exists already, return what it holds."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return path.read_bytes()


def secret_key() -> str:
    """Django's secret key: SECRET_KEY of the environment, else one made at random and kept in the data folder."""
    named = os.environ.get("SECRET_KEY")
    if named:
        return named
    path = data_folder() / "secret_key"
    held = path.read_bytes() if path.exists() else own_file(path, secrets.token_urlsafe(48).encode())
    return held.decode()
