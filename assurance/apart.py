"""A bed's work in a process of its own: a migrated, empty database cloned for it, reached as the runtime role.

So a bed can alter settings, tables and the process itself, beside tests or beside another bed. The process stays for
the next bed, which gets another clone: what takes longest, it does once.
"""

from __future__ import annotations

import atexit
import importlib
import json
import os
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from .bed import Found, Tell

ROOT = Path(__file__).resolve().parent.parent
TOLD, DONE = "told ", "done "
START = "from assurance.apart import main; main()"


class _Worker:
    """The process, and a file with what it complained about."""

    def __init__(self) -> None:
        paths = os.pathsep.join(str(ROOT / part) for part in ("src", "", "tests", "tests/support"))
        self.words: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - as long as the process
        self.process = subprocess.Popen(
            [sys.executable, "-c", START], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.words, text=True,
            env={**os.environ, "PYTHONPATH": paths}, cwd=ROOT,
        )  # fmt: skip
        atexit.register(self.end)

    def do(self, work: str, size: int, tell: Tell, arguments: tuple[str, ...]) -> Found | None:
        """What was found; None where the process ended instead."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        with suppress(BrokenPipeError):
            self.process.stdin.write(json.dumps([work, size, *arguments]) + "\n")
            self.process.stdin.flush()
        for line in self.process.stdout:
            if line.startswith(TOLD):
                tell(line.removeprefix(TOLD).rstrip())
            elif line.startswith(DONE):
                return Found(**json.loads(line.removeprefix(DONE)))
        return None

    def end(self) -> None:
        """It ends when nothing more is asked of it."""
        atexit.unregister(self.end)
        with suppress(OSError):
            self.process.communicate(timeout=30)

    def complaint(self) -> str:
        """Its last words."""
        self.words.seek(0)
        return self.words.read().decode(errors="replace")[-3000:]


_kept: list[_Worker] = []


def apart(work: str, size: int, tell: Tell, *arguments: str) -> Found:
    """Run `module:function` of this package with (size, tell, *arguments) in the process apart, and hand over what it
    found. Raises RuntimeError with its last words where it ends badly."""
    if not _kept:
        _kept.append(_Worker())
    found = _kept[0].do(work, size, tell, arguments)
    if found is None:
        broken = _kept.pop()
        broken.end()
        raise RuntimeError(f"{work} ended without an answer: {broken.complaint()}")
    return found


def main() -> None:
    """What the process does, until its input ends."""
    settle()
    for line in sys.stdin:
        found = _one(*json.loads(line))
        print(DONE + json.dumps(asdict(found)), flush=True)


def _one(work: str, size: int, *arguments: str) -> Found:
    import cluster
    from django.db import connections

    with cluster.clone() as name:
        for alias in ("default", "owner"):
            connections[alias].settings_dict["NAME"] = name
        module, _, function = work.partition(":")
        done: Any = getattr(importlib.import_module(f"assurance.{module}"), function)
        try:
            return Found(**asdict(done(int(size), _tell, *arguments)))
        finally:
            connections.close_all()


def settle() -> None:
    """The environment of the tests, never that of a house."""
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "ALONGSIDE_DEMO", "ALONGSIDE_HOSTS", "EMAIL_HOST"):
        os.environ.pop(name, None)
    os.environ |= {
        "ALONGSIDE_DATA": str(ROOT / "var/test-pg"), "SECRET_KEY": "for beds only, and as long as a key has to be",
        "DJANGO_SETTINGS_MODULE": "alongside.config.settings",
    }  # fmt: skip
    import django

    django.setup()
    from django.conf import settings
    from django.db import connections

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STAFF_NEEDS_SECOND_FACTOR = False
    settings.WHITENOISE_AUTOREFRESH = True  # do not read every asset for each new client
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    connections["default"].settings_dict["OPTIONS"].pop("pool", None)


def _tell(words: str) -> None:
    print(TOLD + words, flush=True)
