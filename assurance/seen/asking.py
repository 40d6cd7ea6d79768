"""Ask the process that holds the beds' database. One is started for all beds, so that its start is paid once; for long
runs another, with a database of its own, for each processor.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

from ..bed import Found, Run, Tell

LONG = 2_000
ROOT = Path(__file__).resolve().parents[2]


def asked(trial: str, defect: str = "") -> Run:
    """A bed's `run` or `planted`: have the process make this trial, with a defect in place or with none."""
    return lambda size, tell: _made(0, trial, size, defect, tell)


def shared(trial: str) -> Run:
    """A bed's `run` that a long run shares out: each processor draws its own, for what is drawn goes by the size."""

    def run(size: int, tell: Tell) -> Found:
        many = (os.cpu_count() or 1) if size >= LONG else 1
        sizes = [size // many + nth for nth in range(many)]
        with ThreadPoolExecutor(many) as threads:
            parts = list(threads.map(lambda nth: _made(nth, trial, sizes[nth], "", tell), range(many)))
        names = parts[0].measured
        measured = {name: " and ".join(part.measured[name] for part in parts) for name in names}
        return Found(sum(part.tried for part in parts), [one for part in parts for one in part.failures], measured)

    return run


def _made(nth: int, trial: str, size: int, defect: str, tell: Tell) -> Found:
    process = _process(nth)
    assert process.stdin
    assert process.stdout
    process.stdin.write(json.dumps({"trial": trial, "size": size, "defect": defect}) + "\n")
    process.stdin.flush()
    for line in process.stdout:
        said = json.loads(line)
        if "told" not in said:
            return Found(said["tried"], said["failures"], said["measured"])
        tell(said["told"])
    _process.cache_clear()
    raise RuntimeError(f"The process of the beds ended with {process.wait()} during {trial}.")


@cache
def _process(nth: int) -> subprocess.Popen[str]:
    places = [ROOT / "src", ROOT / "tests", ROOT / "tests/support", ROOT]
    process = subprocess.Popen(
        [sys.executable, "-m", "assurance.seen.worker"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, places))},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    atexit.register(_end, process)
    return process


def _end(process: subprocess.Popen[str]) -> None:
    """It ends, and drops its database, when nobody asks any more."""
    assert process.stdin
    process.stdin.close()
    try:
        process.wait(30)
    except subprocess.TimeoutExpired:
        process.terminate()
