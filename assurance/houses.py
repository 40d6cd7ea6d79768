"""Houses: installations of a bed's own, each an embedded server in a folder, worked on through the command line."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOT_HERE = ("DATABASE_URL", "DATABASE_OWNER_URL", "ALONGSIDE_DEMO", "SECRET_KEY")
MIGRATE = "from alongside.config.commands import migrate; migrate()"
FILL = """
import os, sys
os.environ["ALONGSIDE_DEMO"] = "1"
from alongside.config import commands
commands.migrate()
from alongside.access.clock import today
from alongside.exchange.demo_county import load
load(on=today())
"""
HAPPEN = """
import sys
from alongside.config import commands
commands.ready()
from django.db import transaction
from alongside.access.actions import create_program
from alongside.access.models import Program, ProgramKind
from alongside.access.context import acting
from alongside.ledger.events import record_read
with transaction.atomic():
    program = Program.objects.first() or create_program(name="Bittern County", kind=ProgramKind.COUNTY, by=None)
for _ in range(int(sys.argv[1])):
    with acting(program=program), transaction.atomic():
        record_read("participant", detail="participant page")
"""


def small_house() -> House:
    """An empty county with a few entries, made once for each shape of the database and used again."""
    import cluster

    folder = ROOT / "var/beds" / f"house-{cluster.shape()}"
    for former in folder.parent.glob("house-*"):
        if former != folder:
            shutil.rmtree(former, ignore_errors=True)
    return House(folder)


class House:
    """One house in a folder: migrated and with some entries, or filled with the demo county. A folder that was made
    ready before is used as it is."""

    def __init__(self, folder: Path, *, is_demo: bool = False) -> None:
        self.folder, self.data = folder, folder / "data"
        self.backups, self.key = folder / "backups", folder / "key.txt"
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / "ready").exists():
            self._python(FILL if is_demo else MIGRATE)
            self.happen(20)
            (folder / "ready").touch()
        if not self.key.exists():
            self.alongside("backup-key", str(self.key))
        shutil.rmtree(self.backups, ignore_errors=True)

    def happen(self, times: int) -> None:
        """Have something happen that the ledger keeps."""
        self._python(HAPPEN, str(times))

    def back_up(self, *options: str) -> str:
        """Back the house up; what the command said."""
        public = self.key.read_text().splitlines()[0].rpartition(" ")[2]
        return self.alongside("backup", str(self.backups), "--to", public, *options).stdout

    def newest(self) -> Path:
        """The newest backup."""
        return sorted(self.backups.glob("backup-*"))[-1]

    def copy(self, folder: Path) -> Path:
        """A copy of the newest backup, to damage."""
        return Path(shutil.copytree(self.newest(), folder / "copy"))

    def restore(self, into: Path, backup: Path | None = None) -> subprocess.CompletedProcess[str]:
        """Restore a backup, by default the newest. Status 2: refused; 1: flaws found."""
        return self._run("-m", "alongside.cli", "restore", str(backup or self.newest()), str(into), f"--key={self.key}")

    def alongside(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a command, which has to succeed. Raises RuntimeError with its last words."""
        return self._sure(self._run("-m", "alongside.cli", *arguments))

    def close(self) -> None:
        """Take the house away."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _python(self, words: str, *arguments: str) -> None:
        self._sure(self._run("-c", words, *arguments))

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {name: value for name, value in os.environ.items() if name not in NOT_HERE}
        environment |= {
            "ALONGSIDE_DATA": str(self.data), "DJANGO_SETTINGS_MODULE": "alongside.config.settings",
            "PYTHONPATH": str(ROOT / "src"),
        }  # fmt: skip
        return subprocess.run([sys.executable, *arguments], env=environment, capture_output=True, text=True)

    def _sure(self, done: subprocess.CompletedProcess[str]) -> subprocess.CompletedProcess[str]:
        if done.returncode:
            raise RuntimeError(f"{' '.join(done.args[-6:])[-300:]}: {done.stderr[-2000:]}")
        return done
