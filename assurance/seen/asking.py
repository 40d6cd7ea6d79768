"""Ask the process that holds the beds' database. One is started for all beds, so that its start is paid once."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

from ..bed import Found, Run, Tell

ROOT = Path(__file__).resolve().parents[2]


def asked(trial: str, defect: str = "") -> Run:
    """A bed's `run` or `planted`: have the process make this trial, with a defect in place or with none."""

    def run(size: int, tell: Tell) -> Found:
        process = _process()
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

    return run


@cache
def _process() -> subprocess.Popen[str]:
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
