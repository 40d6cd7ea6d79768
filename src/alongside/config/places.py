"""Where this installation keeps its own files: the embedded database, its passwords, the keys."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import platformdirs

FORMER = "secret_key.former"
KEPT_FILES = ("ledger.key", "ledger_keys.json", "secret_key", FORMER, "database_passwords.json")


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


def former_secret_keys() -> list[str]:
    """Keys before this one, which still open what was sealed with them: SECRET_KEY_FALLBACKS of the environment, with
    commas between, and those of the data folder, the newest first."""
    named = [key for key in os.environ.get("SECRET_KEY_FALLBACKS", "").split(",") if key]
    path = data_folder() / FORMER
    return named + (path.read_text("utf-8").split() if path.exists() and not os.environ.get("SECRET_KEY") else [])


def change_secret_key(folder: Path) -> None:
    """Make another key; the former one goes to the top of the former ones. Readable by the owner only."""
    path, former = folder / "secret_key", folder / FORMER
    known = former.read_text("utf-8").split() if former.exists() else []
    for place, text in ((former, "\n".join([path.read_text("utf-8").strip(), *known]) + "\n"), (path, None)):
        draft = place.with_name(f".{place.name}.{secrets.token_hex(4)}")
        own_file(draft, (text or secrets.token_urlsafe(48)).encode())
        draft.replace(place)
