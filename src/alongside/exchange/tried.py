"""A file from outside is read once in a process of its own first, with little memory and time, and nothing to steal.

That process knows no password, has no connection, writes no file and ends with the file. What it cannot read there in
time is refused before this process opens it: the parsers are deterministic, so what was bounded there is bounded here.
Where a system knows no such limits (Windows), the time limit alone holds.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from typing import Literal

from .problems import Refused

Kind = Literal["book", "word"]
MEMORY_BYTES = 512 * 1024 * 1024
PROCESSOR_SECONDS = 10
WAIT_SECONDS = 30
RUNNER = "alongside.exchange.tried_apart"
WANTED = {
    "book": "a spreadsheet that can be read in little time",
    "word": "a Word form that can be read in little time",
}
AT_ONCE = 2  # by one server process: more would take its memory
BUSY = "Other files are being read, and this one had to wait too long"
LATER = "Try again in a minute. Nothing was changed."
TOO_MUCH = "Reading it takes more memory or time than one file is given"
SMALLER = "Save it under a new name, without pictures, formats and empty sheets, or split it; then try again."


places = threading.BoundedSemaphore(AT_ONCE)


def tried(content: bytes, name: str, kind: Kind) -> None:
    """Read the file in a process of its own. Raises `Refused`: in the reader's own words, because it is too much, or
    because too many others wait."""
    if not places.acquire(timeout=WAIT_SECONDS):
        raise Refused(name, BUSY, WANTED[kind], LATER)
    try:
        _tried(content, name, kind)
    finally:
        places.release()


def _tried(content: bytes, name: str, kind: Kind) -> None:
    try:
        done = subprocess.run(
            [sys.executable, "-m", RUNNER, kind, name.replace("\0", "")],
            input=content, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=WAIT_SECONDS, check=False,
            env=_environment(), cwd=os.sep,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise too_much(name, kind) from None
    said = _answer(done.stdout)
    if said is None or done.returncode != 0:
        raise too_much(name, kind)
    if said:
        raise Refused(*said)


def too_much(name: str, kind: Kind) -> Refused:
    """The refusal of a file that ended its reader."""
    return Refused(name, TOO_MUCH, WANTED[kind], SMALLER)


def _environment() -> dict[str, str]:
    """Where Python finds its libraries, and nothing else: no key, no address of a database."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LANG") if name in os.environ}
    return {**kept, "PYTHONPATH": os.pathsep.join(map(os.path.abspath, sys.path)), "PYTHONDONTWRITEBYTECODE": "1"}


def _answer(told: bytes) -> list[str] | None:
    """Nothing where the file was read, the four texts of a refusal where it was not; None for anything else."""
    try:
        said = json.loads(told)
    except ValueError:
        return None
    is_refusal = isinstance(said, list) and len(said) in (0, 4) and all(isinstance(one, str) for one in said)
    return said if is_refusal else None
