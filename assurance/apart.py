"""A bed's work in a process of its own: a migrated, empty database cloned for it, reached as the runtime role.

So a bed can alter settings, tables and the process itself, beside tests or beside another bed.
"""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from .bed import Found, Tell

ROOT = Path(__file__).resolve().parent.parent
TOLD, DONE = "told ", "done "
START = "from assurance.apart import main; main()"


def apart(work: str, size: int, tell: Tell, *arguments: str) -> Found:
    """Run `module:function` of this package with (size, tell, *arguments) in a process of its own, and hand over what
    it found. A process that ends badly is a failure with its last words."""
    paths = os.pathsep.join(str(ROOT / part) for part in ("src", "", "tests", "tests/support"))
    command = [sys.executable, "-c", START, work, str(size), *arguments]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": paths}
    )
    found = None
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith(TOLD):
            tell(line.removeprefix(TOLD).rstrip())
        elif line.startswith(DONE):
            found = Found(**json.loads(line.removeprefix(DONE)))
    _, words = process.communicate()
    if found is None:
        raise RuntimeError(f"{work} ended without an answer: {words[-3000:]}")
    return found


def main() -> None:
    """What the process does."""
    _, work, size, *arguments = ["", *sys.argv[1:]]
    _settle()
    import cluster
    from django.db import connections

    with cluster.clone() as name:
        for alias in ("default", "owner"):
            connections[alias].settings_dict["NAME"] = name
        connections["default"].settings_dict["OPTIONS"].pop("pool", None)
        module, _, function = work.partition(":")
        found = getattr(importlib.import_module(f"assurance.{module}"), function)(int(size), _tell, *arguments)
        connections.close_all()
    print(DONE + json.dumps(asdict(found)), flush=True)


def _settle() -> None:
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

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STAFF_NEEDS_SECOND_FACTOR = False
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]


def _tell(words: str) -> None:
    print(TOLD + words, flush=True)
