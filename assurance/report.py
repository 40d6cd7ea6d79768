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

Printed by `make assurance` from the newest run of each bed; no figure here is typed. A bed runs once as it is, and once
with a planted defect, which it has to find. No failure in N trials says that, with 95 % confidence, the true rate is
below 3/N. `make assurance BED=R1 SIZE=release` runs one again at its largest size.

{said}

| bed | promise | tried | asked | found | planted defect |
|---|---|---|---|---|---|
{rows}
## What else was measured on these runs

{measured}
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
    known = {row.id: row for row in kept()} | {result.id: result for result in results}
    rows = [known[id] for id in beds if id in known]
    KEPT.write_text(json.dumps([asdict(row) for row in rows], indent=1) + "\n", encoding="utf-8")
    REPORT.write_text(printed(rows, beds), encoding="utf-8")


def kept() -> list[Result]:
    """The newest run of each bed."""
    return [Result(**row) for row in (json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else [])]


def printed(rows: list[Result], beds: dict[str, Bed]) -> str:
    """The report as a page."""
    return HEAD.format(
        said=_said(rows, beds),
        rows="".join(_row(row, beds[row.id]) for row in rows),
        measured="\n".join(_measured(row, beds[row.id]) for row in rows),
    )


def _said(rows: list[Result], beds: dict[str, Bed]) -> str:
    broken = ", ".join(row.id for row in rows if row.failures)
    missed = ", ".join(row.id for row in rows if not row.planted_found)
    not_run = ", ".join(id for id in beds if id not in {row.id for row in rows})
    trials, minutes = sum(row.tried for row in rows), sum(row.seconds for row in rows) / 60
    return (
        f"{len(rows)} beds, {trials:,} trials in {minutes:,.0f} minutes: "
        f"{f'broken by {broken}' if broken else 'no promise was broken'}; "
        f"{f'the planted defect was missed by {missed}' if missed else 'each planted defect was found'}."
        f"{f' Not run yet: {not_run}.' if not_run else ''}"
    )


def _row(row: Result, bed: Bed) -> str:
    tried = f"{row.tried:,} {bed.unit} in {row.seconds:,.0f} s ({row.size}, {row.on})"
    found = f"**{len(row.failures)} failures**" if row.failures else "no failure"
    caught = f"found {row.planted_found:,} times in {row.planted_tried:,}" if row.planted_found else "**not found**"
    return f"| {' | '.join((row.id, bed.promise, tried, f'{bed.asked:,}', found, f'{bed.defect}: {caught}'))} |\n"


def _measured(result: Result, bed: Bed) -> str:
    lines = [f"- {name}: {value}" for name, value in result.measured.items()]
    lines += [f"- ✗ {failure}" for failure in result.failures]
    if result.tried < bed.asked and result.tried:
        whole = result.seconds * bed.asked / result.tried / 3600
        lines.append(f"- all {bed.asked:,} {bed.unit} asked for would take about {whole:,.1f} hours at this rate")
    return f"**{bed.id}**\n\n" + "\n".join(lines or ["- nothing more"]) + "\n"
