"""The SQL of the rules, kept between runs: turning a rule into SQL takes longer than asking it.

What is kept belongs to one state of the law's own files and of the library that compiles them; any change makes it
anew. A cache that cannot be read or written is passed over.
"""

from __future__ import annotations

import datetime
import hashlib
import os
import shutil
import tempfile
from functools import cache
from importlib.metadata import version
from pathlib import Path

import platformdirs

from alongside import facts, law
from alongside.law import Choices, Rule

from . import PACKS

HERE = Path(__file__).parent
STATES = 4


def rule_sql(rule: Rule, until: datetime.date | None, engine: str, some: bool = False, choices: Choices = ()) -> str:
    """As `law.sql`, from the cache where it is there. Only a pack's own rules are kept: others may share their ids."""
    defaults = {reading.id: reading.default for reading in rule.readings}
    told = tuple((reading, choice) for reading, choice in choices if defaults.get(reading, choice) != choice)
    return _sql(rule, until, engine, some, told)


@cache
def _sql(rule: Rule, until: datetime.date | None, engine: str, some: bool, choices: Choices) -> str:
    if not any(rule is own for pack in PACKS.values() for listed in pack.rules for own, _ in listed.versions()):
        return law.sql(rule, until, engine, some=some, choices=choices)
    asked = (rule.about.name, rule.id, rule.since, until, engine, some, choices)
    path = _folder() / f"{rule.id}-{hashlib.sha256(repr(asked).encode()).hexdigest()[:24]}.sql"
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        made = law.sql(rule, until, engine, some=some, choices=choices)
        _keep(path, made)
        return made


@cache
def _folder() -> Path:
    """Where the SQL of this state of the law is kept. Of other states the newest few stay: two copies may be in use."""
    root = platformdirs.user_cache_path("alongside") / "sql"
    own = root / _state()
    if not own.is_dir() and root.is_dir():
        for old in sorted(root.iterdir(), key=_written_at, reverse=True)[STATES - 1 :]:
            shutil.rmtree(old, ignore_errors=True)
    return own


def _written_at(folder: Path) -> float:
    try:
        return folder.stat().st_mtime
    except OSError:
        return 0


@cache
def _state() -> str:
    digest = hashlib.sha256(f"{version('ibis-framework')} {version('sqlglot')}".encode())
    for package in (law, facts):
        _add(digest, Path(str(package.__file__)).parent)
    _add(digest, HERE)
    return digest.hexdigest()[:24]


def _add(digest: hashlib._Hash, folder: Path) -> None:
    for path in sorted(folder.rglob("*.py")):
        digest.update(path.read_bytes())


def _keep(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(name).replace(path)
    except OSError:
        return
