"""A5: texts typed into the program are looked for in everything it leaves behind outside its records: log lines as a
served system writes them, the database server's log, mails, files of uploads, and the ledger, which names nobody."""

from __future__ import annotations

import logging
import os
import random
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import cluster
from django.conf import settings
from django.core import mail
from django.db import connection

from alongside.config.embedded import start

from ..bed import Found, Tell
from .programs import IN_A_ROW, NAMES, SERVED, UNSERVED, planted
from .typing import KINDS, TYPED, Typist

CANARY = re.compile(rf"{TYPED}\d{{8}}|{'|'.join((*NAMES, *UNSERVED, IN_A_ROW, SERVED))}")
MOST_REQUESTS = 200_000


def run(size: int, tell: Tell) -> Found:
    """Type until so many bytes were left behind, then look through them."""
    planted()
    found, typist, chance, kinds = Found(), Typist(), random.Random(size), sorted(KINDS)
    with _kept_apart() as left:
        for nth in range(MOST_REQUESTS):
            KINDS[kinds[nth] if nth < len(kinds) else chance.choice(kinds)](typist)
            if nth % 20 == len(kinds) and left.bytes() >= size:
                break
            if nth and nth % 1000 == 0:
                tell(f"{nth:,} requests left {left.bytes():,} bytes")
        found.tried = left.bytes()
        found.failures = [f"{what} has {said}" for what, text in left.texts() for said in sorted(set(_met(text)))]
    found.failures += [f"The ledger's {said}" for said in _in_the_ledger()]
    found.measured = {
        "requests": f"{nth + 1:,}",
        "texts typed": f"{typist.count:,}",
        "answered with a fault": f"{typist.faults:,}",
        "mails": f"{left.mails:,}",
    }
    if not typist.faults:
        found.failures.append("Nothing was answered with a fault: too little was tried")
    return found


def _met(text: str) -> Iterator[str]:
    yield from (f"{match[0]} in “{text[max(0, match.start() - 60) : match.end()]}”" for match in CANARY.finditer(text))


class Left:
    """What a run left behind, and where."""

    def __init__(self, lines: Path, folder: Path) -> None:
        self.lines, self.folder = lines, folder
        self.server = start(cluster.FOLDER, cluster.FAST).log
        self.since = self.server.stat().st_size
        self.mails = 0

    def bytes(self) -> int:
        """How much there is by now, mails aside."""
        return self.lines.stat().st_size + self.server.stat().st_size - self.since

    def texts(self) -> Iterator[tuple[str, str]]:
        """Everything, by what it is."""
        yield "A log line", self.lines.read_text(errors="replace")
        with self.server.open("rb") as log:
            log.seek(self.since)
            yield "The database server's log", log.read().decode(errors="replace")
        self.mails = len(mail.outbox)
        yield "A mail", "\n".join(f"{one.subject}\n{one.body}" for one in mail.outbox)
        for path in self.folder.rglob("*"):
            if path.is_file():
                yield f"The file {path.name}", path.read_bytes().decode(errors="replace")


@contextmanager
def _kept_apart() -> Iterator[Left]:
    """Log lines go to a file, files of uploads to a folder, both looked through and thrown away."""
    held, folder_before = os.dup(2), tempfile.tempdir
    with tempfile.TemporaryDirectory() as folder, tempfile.NamedTemporaryFile() as lines:
        os.dup2(lines.fileno(), 2)
        logging.disable(logging.NOTSET)
        tempfile.tempdir = settings.FILE_UPLOAD_TEMP_DIR = folder
        mail.outbox = []
        try:
            yield Left(Path(lines.name), Path(folder))
        finally:
            logging.disable(logging.ERROR)
            os.dup2(held, 2)
            os.close(held)
            tempfile.tempdir, settings.FILE_UPLOAD_TEMP_DIR = folder_before, None


def _in_the_ledger() -> list[Any]:
    with cluster.superuser().connect(str(connection.settings_dict["NAME"])) as held:
        found = held.execute("select t::text from ledger_entry t where t::text ~ %s limit 5", [CANARY.pattern])
        return [f"entry {text[:200]}" for (text,) in found]
