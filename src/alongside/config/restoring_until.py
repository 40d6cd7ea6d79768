"""Restoring up to a moment: the server replays its log until then, and what was committed later stays out."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from .backup_steps import BadBackup, Step

SETTINGS = "postgresql.auto.conf"
SIGNAL = "recovery.signal"
# The log lies in the server's own folder already, so that fetching more of it from anywhere always fails.
LINES = "restore_command = 'exit 1'\nrecovery_target_time = '{moment}'\nrecovery_target_action = 'promote'\n"
PATIENCE_SECONDS = 300


def refuse_another_time(steps: Sequence[Step], until: datetime | None) -> None:
    """A moment before the backup was whole, or after its log ends, cannot be gone back to. Raises BadBackup."""
    if until is not None and not _made(steps[0]) < until <= _made(steps[-1]):
        raise BadBackup(
            f"This backup knows the time from {steps[0].made_at} to {steps[-1].made_at}; "
            f"{until.isoformat()} is outside."
        )


def newest_by(steps: Sequence[Step], until: datetime | None) -> Step:
    """The newest step that had been made by then: its checkpoint of the ledger has to fit."""
    return [step for step in steps if until is None or _made(step) <= until][-1]


def stop_at(cluster: Path, until: datetime) -> None:
    """Have the server stop replaying there when it starts."""
    settings = cluster / SETTINGS
    with settings.open("a", encoding="utf-8") as file:
        file.write(LINES.format(moment=until.isoformat()))
    (cluster / SIGNAL).touch(mode=0o600)


def came_there(connection: Any) -> bool:
    """Whether the server reached the moment and opened for writing, waiting until it has."""
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        (recovering,) = connection.execute("select pg_is_in_recovery()").fetchone()
        if not recovering:
            return True
        time.sleep(0.2)
    return False


def stop_at_nothing(cluster: Path) -> None:
    """Leave the settings as they were: the next start goes on from here."""
    settings = cluster / SETTINGS
    kept = settings.read_text(encoding="utf-8").splitlines(keepends=True)
    own = ("restore_command", "recovery_target")
    settings.write_text("".join(line for line in kept if not line.startswith(own)), encoding="utf-8")


def _made(step: Step) -> datetime:
    return datetime.fromisoformat(step.made_at)
