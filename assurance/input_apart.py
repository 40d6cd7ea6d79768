"""Asking the process of the beds of input. That of a slice stays for the next; a night has a whole county."""

from __future__ import annotations

import atexit
import json
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import Any

from .bed import Found, Tell
from .settled import ROOT, settled

SMALL = 5_000  # more cases than this meet the whole invented county, in two processes


class Asked:
    """One process, from its start until `end`."""

    def __init__(self, *how: str) -> None:
        self.words = tempfile.TemporaryFile()  # noqa: SIM115  the process writes into it as long as it lives
        self.process = subprocess.Popen(
            [sys.executable, "-m", "assurance.input_worker", *how], cwd=ROOT, env=settled(), text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.words,
        )  # fmt: skip
        atexit.register(self.end)

    def ask(self, tell: Tell, **asked: Any) -> Found:
        """What it found. A process that broke down is a failure with its last words, and has tried nothing."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        try:
            self.process.stdin.write(json.dumps(asked) + "\n")
            self.process.stdin.flush()
            for line in self.process.stdout:
                said = json.loads(line)
                if "told" not in said:
                    return Found(**said)
                tell(said["told"])
        except OSError:
            pass
        self.process.wait()
        self.words.seek(0)
        last = self.words.read().decode(errors="replace")[-1500:]
        return Found(failures=[f"The process ended with {self.process.returncode}: {last}"])

    def end(self) -> None:
        """Let it end, and take its database away."""
        if self.process.poll() is None and self.process.stdin is not None:
            self.process.stdin.close()
            try:
                self.process.wait(timeout=60)
            except subprocess.TimeoutExpired:
                self.process.kill()


@cache
def small() -> Asked:
    """The process of this session, on a small house."""
    return Asked()


def asked(work: str, size: int, tell: Tell, defect: str = "", seed: int = 10) -> Found:
    """Throw or send so much."""
    if size <= SMALL:
        return small().ask(tell, work=work, size=size, seed=seed, defect=defect)
    halves = [size // 2, size - size // 2] if work == "throw" else [size]
    processes = [Asked("--whole") for _ in halves]
    try:
        with ThreadPoolExecutor(len(halves)) as pool:
            runs = [
                pool.submit(process.ask, tell, work=work, size=half, seed=seed + nth, defect=defect)
                for nth, (process, half) in enumerate(zip(processes, halves, strict=True))
            ]
            return together([run.result() for run in runs])
    finally:
        for process in processes:
            process.end()


def together(runs: list[Found]) -> Found:
    """What several processes found: counts added up, other figures beside one another where they differ."""
    measured: dict[str, str] = {}
    for name in dict.fromkeys(name for run in runs for name in run.measured):
        figures = [run.measured[name] for run in runs if name in run.measured]
        measured[name] = _added(figures) or " and ".join(dict.fromkeys(figures))
    return Found(sum(run.tried for run in runs), [one for run in runs for one in run.failures], measured)


def _added(figures: list[str]) -> str:
    """Counts, or counts by status, added up; empty where these are no such counts."""
    if all(figure.replace(",", "").isdigit() for figure in figures):
        return f"{sum(int(figure.replace(',', '')) for figure in figures):,}"
    total: Counter[str] = Counter()
    for figure in figures:
        for part in figure.split(", "):
            status, _, count = part.partition(": ")
            if not status.isdigit() or not count.replace(",", "").isdigit():
                return ""
            total[status] += int(count.replace(",", ""))
    return ", ".join(f"{status}: {count:,}" for status, count in sorted(total.items()))
