"""A backup as steps: the first holds the whole cluster, each later one the log since the step before.

Each step has a manifest: its files with their hashes, the hash of the manifest before, the ledger's newest checkpoint,
and a signature by the ledger's key. So a changed, missing, added or exchanged file is found before anything is opened.
"""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from alongside.ledger.checkpoints import public_bytes, short_name

from .sealed_files import sha256_of


class BadBackup(Exception):
    """The backup is not as it was made. The text names the file."""


@dataclass(frozen=True)
class Step:
    """What one manifest says. `files` are hashes by name; `before` is the hash of the manifest before, or empty."""

    number: int
    made_at: str
    server: str
    cluster: str
    files: dict[str, str]
    before: str
    checkpoint: str
    key: str

    @property
    def name(self) -> str:
        """The manifest's own file name."""
        return f"step-{self.number:04}.json"


def write_step(folder: Path, step: Step, key: Ed25519PrivateKey) -> None:
    """Write the manifest of a step, signed."""
    body = json.dumps(asdict(step), sort_keys=True)
    signed = {"step": body, "signature": base64.b64encode(key.sign(body.encode())).decode()}
    with (folder / step.name).open("x", encoding="utf-8") as file:
        file.write(json.dumps(signed, indent=1) + "\n")


def key_text(key: Ed25519PrivateKey) -> str:
    """The public half as manifests carry it."""
    return base64.b64encode(public_bytes(key)).decode()


def read_steps(folder: Path, *, broken_off: str = "") -> list[Step]:
    """The steps in their order, each manifest, signature and file checked. Raises BadBackup.

    A file of a next step that was broken off may lie there where `broken_off` names it, with {} for its number.
    """
    paths = sorted(folder.glob("step-*.json")) if folder.is_dir() else []
    if not paths:
        raise BadBackup(f"{folder} holds no backup: the file step-0000.json is missing.")
    steps: list[Step] = []
    before = ""
    for number, path in enumerate(paths):
        step = _read(path)
        if step.number != number or path.name != step.name or step.before != before:
            raise BadBackup(f"{path.name} does not follow on the step before: one is missing, or was exchanged.")
        if steps and (step.key, step.cluster) != (steps[0].key, steps[0].cluster):
            raise BadBackup(f"{path.name} comes from another installation than the first step.")
        _check_files(folder, step)
        before = hashlib.sha256(path.read_bytes()).hexdigest()
        steps.append(step)
    known = {name for step in steps for name in (*step.files, step.name)} | {broken_off.format(len(steps))}
    for path in sorted(folder.iterdir()):
        if path.name not in known:
            raise BadBackup(f"{path.name} does not belong to this backup: no manifest names it.")
    return steps


def _read(path: Path) -> Step:
    try:
        signed = json.loads(path.read_text(encoding="utf-8"))
        step = Step(**json.loads(signed["step"]))
        public = Ed25519PublicKey.from_public_bytes(base64.b64decode(step.key))
        public.verify(base64.b64decode(signed["signature"]), signed["step"].encode())
    except InvalidSignature:
        raise BadBackup(f"{path.name} was changed after it was signed.") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise BadBackup(f"{path.name} is no whole manifest.") from None
    return step


def _check_files(folder: Path, step: Step) -> None:
    for name, kept in step.files.items():
        path = folder / Path(name).name
        if not path.is_file():
            raise BadBackup(f"{name} is missing from the backup.")
        if sha256_of(path) != kept:
            raise BadBackup(f"{name} was changed since the backup was made: its hash is another.")


def short_key(step: Step) -> str:
    """Enough of the signing key to tell two apart."""
    return short_name(base64.b64decode(step.key))
