"""Houses: installations of a bed's own, each an embedded server in a folder, worked on through the command line."""

from __future__ import annotations

import atexit
import os
import re
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from alongside.config.embedded import Server
from alongside.config.sealed_files import new_key

CLI = ("-m", "alongside.cli")
ROOT = Path(__file__).resolve().parent.parent
NOT_HERE = ("DATABASE_URL", "DATABASE_OWNER_URL", "ALONGSIDE_DEMO", "SECRET_KEY")
FILL = """
import os
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
commands.ready_as_owner()
from django.db import transaction
from alongside.access.models import Program
from alongside.access.context import acting
from alongside.ledger.events import record_read
program = Program.objects.using("owner").first()
for _ in range(int(sys.argv[1])):
    with acting(program=program), transaction.atomic():
        record_read("participant", detail="participant page")
"""
SERVES = """
from alongside.config import commands
commands.ready_as_owner()
from alongside.config.selfcheck import refuse_unless_fit
from django.test import Client
refuse_unless_fit()
answer = Client().get("/account/login/", secure=True, headers={"Host": "127.0.0.1"})
assert answer.status_code == 200 and b"Sign in" in answer.content, answer.status_code
"""


@cache
def small_house() -> House:
    """A small program of one's own in a house of this process, gone with it."""
    from .ground import copy

    folder = Path(tempfile.mkdtemp(prefix="alongside-house-"))
    copy(folder / "data")
    house = House(folder)
    atexit.register(house.close)
    return house


def demo_house(folder: Path) -> House:
    """The demo county in a house in this folder."""
    House.run_in(folder / "data", "-c", FILL)
    return House(folder)


class House:
    """A data folder with a server that runs until the house is closed, backups of it, and the key that opens them."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.data = folder, folder / "data"
        self.backups, self.key = folder / "backups", folder / "key.txt"
        self.server = Server(self.data, {})
        self.server.start()
        self.public = new_key(self.key)
        self.compared = ""

    def happen(self, times: int) -> None:
        """Have something happen that the ledger keeps."""
        self.run_in(self.data, "-c", HAPPEN, str(times))

    def back_up(self, *options: str) -> str:
        """Back the house up; what the command said."""
        return self.alongside("backup", str(self.backups), "--to", self.public, *options).stdout

    @property
    def has_backup(self) -> bool:
        """Whether one was made in this house."""
        return self.backups.is_dir() and any(self.backups.glob("backup-*"))

    def newest(self) -> Path:
        """The newest backup."""
        return sorted(self.backups.glob("backup-*"))[-1]

    def copy(self, folder: Path) -> Path:
        """A copy of the newest backup, to damage."""
        return Path(shutil.copytree(self.newest(), folder / "copy"))

    def restore(self, into: Path, backup: Path | None = None, *options: str) -> subprocess.CompletedProcess[str]:
        """Restore a backup, by default the newest. Status 2: refused; 1: flaws found."""
        done = self._run(*CLI, "restore", str(backup or self.newest()), str(into), f"--key={self.key}", *options)
        if compared := re.search(r"(\d+) tables with (\d+) rows", done.stdout):
            self.compared = f"{int(compared[1]):,} and {int(compared[2]):,}"
        return done

    def unfit(self, restored: Path) -> str:
        """What keeps a restored place from being served, empty where it serves a page."""
        try:
            self.run_in(restored, "-c", SERVES)
        except RuntimeError as error:
            return str(error)
        return ""

    def alongside(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a command, which has to succeed. Raises RuntimeError with its last words."""
        return self.run_in(self.data, *CLI, *arguments)

    def close(self) -> None:
        """Stop the server and take the house away."""
        atexit.unregister(self.close)
        self.server._cleanup()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run([sys.executable, *arguments], env=_environment(self.data), capture_output=True, text=True)

    @staticmethod
    def run_in(data: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run Python on a data folder, which has to succeed. Raises RuntimeError with its last words."""
        done = subprocess.run([sys.executable, *arguments], env=_environment(data), capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"{' '.join(arguments)[-300:]}: {done.stderr[-2000:]}")
        return done


def _environment(data: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in NOT_HERE}
    own = {"ALONGSIDE_DATA": str(data), "DJANGO_SETTINGS_MODULE": "alongside.config.settings"}
    return kept | own | {"PYTHONPATH": str(ROOT / "src")}
