"""The condition of a running installation, for whoever watches it: numbers and words, nobody's records."""

from __future__ import annotations

import os
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import Error, connection

from .selfcheck import migration_flaws

BEAT = "keeper.beat"
LATE_SECONDS = 300
LEAST_FREE = 0.02


@dataclass(frozen=True)
class Condition:
    """What was found. `behind` are migrations not run, None where the database did not answer; `beat` is the age of
    the keeper's last round in seconds, None where no keeper ran here."""

    answers: bool
    behind: bool | None
    beat: float | None
    free: float

    def flaws(self) -> list[str]:
        """What keeps it from being ready, in words for a log."""
        found = (
            (not self.answers, "The database does not answer."),
            (bool(self.behind), "The database is behind the code."),
            (self.beat is not None and self.beat > LATE_SECONDS, "The keeper has not been round for five minutes."),
            (self.free < LEAST_FREE, "The disk is almost full."),
        )
        return [words for is_so, words in found if is_so]


def condition() -> Condition:
    """Look now."""
    try:
        connection.ensure_connection()
        behind: bool | None = bool(migration_flaws(connection))
    except (Error, OSError):
        behind = None
    disk = shutil.disk_usage(settings.ALONGSIDE_DATA)
    return Condition(behind is not None, behind, _age(settings.ALONGSIDE_DATA / BEAT), disk.free / disk.total)


def beat() -> None:
    """Leave word that the keeper was round."""
    path: Path = settings.ALONGSIDE_DATA / BEAT
    path.touch(mode=0o600)
    os.utime(path)


def _age(path: Path) -> float | None:
    try:
        return max(0.0, time.time() - path.stat().st_mtime)
    except OSError:
        return None
