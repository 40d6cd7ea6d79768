"""The report: what each bed found on its newest run, and the planted defect it caught on that run."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from .bed import Bed, Found

ROOT = Path(__file__).resolve().parent.parent
REPORT = ROOT / "docs/generated/assurance.md"
KEPT = ROOT / "docs/generated/assurance.json"
HEAD = """# What the beds found

Printed by `make assurance` from the run of each bed; no figure here is typed. A bed runs once as it is, and once with a
planted defect, which it has to find. No failure in N trials says: with
95 % confidence the true rate is below 3/N.

| bed | promise | size | asked | result | took | planted defect |
|---|---|---|---|---|---|---|
"""


@dataclass(frozen=True)
class Result:
    """One run of a bed, as it is kept."""

    id: str
    size: str
    tried: int
    failures: list[str]
    measured: dict[str, str]
    seconds: float
    planted_tried: int
    planted_found: int
    on: str

    @property
    def holds(self) -> bool:
        """Whether the promise held, and the planted defect was found."""
        return self.tried > 0 and not self.failures and self.planted_found > 0


def result_of(bed: Bed, size: str, found: Found, planted: Found, *, seconds: float, on: str) -> Result:
    """What is kept of a run."""
    return Result(
        bed.id, size, found.tried, found.failures[:20], found.measured, round(seconds, 1), planted.tried,
        len(planted.failures), on,
    )  # fmt: skip


def keep(results: Iterable[Result], beds: dict[str, Bed]) -> None:
    """Keep these results beside those of beds not run now, and print the report."""
    known = {row["id"]: Result(**row) for row in (json.loads(KEPT.read_text()) if KEPT.exists() else [])}
    known |= {result.id: result for result in results}
    rows = [known[id] for id in beds if id in known]
    KEPT.write_text(json.dumps([asdict(row) for row in rows], indent=1) + "\n", encoding="utf-8")
    REPORT.write_text(HEAD + "".join(_row(row, beds[row.id]) for row in rows), encoding="utf-8")


def _row(result: Result, bed: Bed) -> str:
    said = f"{len(result.failures)} failures" if result.failures else "no failure"
    measured = "".join(f"; {name}: {value}" for name, value in result.measured.items())
    caught = f"found {result.planted_found} in {result.planted_tried:,}" if result.planted_found else "**not found**"
    size = f"{result.tried:,} {bed.unit} ({result.size}, {result.on})"
    cells = (
        bed.id, bed.promise, size, f"{bed.asked:,}", said + measured, f"{result.seconds:,} s",
        f"{bed.defect}: {caught}",
    )  # fmt: skip
    return f"| {' | '.join(cells)} |\n"
