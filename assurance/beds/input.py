"""A10: whatever is sent to whichever page, the answer is a page: never a failure, never a script sent back."""

from __future__ import annotations

import json
import subprocess
import sys

from ..bed import Bed, Found, Tell
from ..settled import ROOT, settled

SMALL = 5_000  # more cases than this are thrown at the whole invented county


def thrown(size: int, tell: Tell, *more: str, module: str = "assurance.input_thrown") -> Found:
    """What a process of its own found: it sets Django up, and takes its database away again."""
    command = [sys.executable, "-m", module, "--cases", str(size), *(["--whole"] if size > SMALL else []), *more]
    with subprocess.Popen(
        command, cwd=ROOT, env=settled(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        said: list[str] = []
        for line in process.stderr or ():
            said.append(line.rstrip())
            if " of " in line and "cases" in line:
                tell(line.rstrip())
        told = process.stdout.read() if process.stdout else ""
    lines = told.strip().splitlines()
    if process.returncode or not lines:
        return Found(failures=[f"The process ended with {process.returncode}: {' '.join(said[-12:])[-1500:]}"])
    return Found(**json.loads(lines[-1]))


def planted(size: int, tell: Tell) -> Found:
    """The same with the defect. A process that broke down found nothing."""
    found = thrown(size, tell, "--planted")
    return found if found.tried else Found()


BEDS = (
    Bed(
        id="A10",
        promise="Whatever is typed, asked or sent to any page by anybody, the answer is below 500 and within 5 s, and "
        "nothing typed comes back as a script.",
        unit="cases",
        asked=5_000_000,
        sizes={"slice": 120, "nightly": 200_000, "release": 5_000_000},
        run=thrown,
        defect="a check of days that raises on what is no day",
        planted=planted,
        planted_size=160,
    ),
)
