"""Run beds: `python -m assurance [--bed R1 ...] [--size slice|nightly|release]`. Ends with 1 where a promise broke."""

from __future__ import annotations

import argparse
import datetime
import sys
import time

from .bed import SIZES, Bed
from .beds import every_bed
from .report import Result, keep, result_of


def main() -> int:
    """Run what is asked for, tell of progress, print the report."""
    beds = every_bed()
    asked = argparse.ArgumentParser(prog="assurance", description=__doc__)
    asked.add_argument("--bed", nargs="*", choices=list(beds), default=list(beds))
    asked.add_argument("--size", choices=SIZES, default="nightly")
    given = asked.parse_args()
    results = [_run(beds[id], given.size) for id in given.bed]
    keep(results, beds)
    return 0 if all(result.holds for result in results) else 1


def _run(bed: Bed, size: str) -> Result:
    print(f"{bed.id}: {bed.promise} {bed.sizes[size]:,} {bed.unit}", flush=True)
    began = time.monotonic()
    found = bed.run(bed.sizes[size], _tell)
    seconds = time.monotonic() - began
    planted = bed.planted(bed.planted_size, _tell)
    result = result_of(bed, size, found, planted, seconds=seconds, on=f"{datetime.datetime.now(datetime.UTC):%Y-%m-%d}")
    for failure in found.failures[:20]:
        print(f"  ✗ {failure}")
    said = "holds" if result.holds else "BROKEN"
    _tell(f"{said} after {seconds:.1f} s; the planted defect: {len(planted.failures)} found")
    return result


def _tell(words: str) -> None:
    print(f"  {words}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
