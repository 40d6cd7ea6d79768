"""Run beds: `python -m assurance [--bed R1 ...] [--size nightly]`. Ends with 1 where a promise broke."""

from __future__ import annotations

import argparse
import datetime
import signal
import sys
import time

from .bed import SIZES, Bed, CannotTry
from .beds import every_bed
from .report import Result, keep, result_of


def main() -> int:
    """Run what is asked for, tell of progress, print the report."""
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))  # whoever is told to end tidies up
    beds = every_bed()
    asked = argparse.ArgumentParser(prog="assurance", description=__doc__)
    asked.add_argument("--bed", nargs="*", choices=list(beds), default=list(beds))
    asked.add_argument("--size", type=_size, default="nightly", help=f"{', '.join(SIZES)}, or a number of trials")
    given = asked.parse_args()
    results = [result for id in given.bed if (result := _tried(beds[id], given.size)) is not None]
    keep(results, beds)
    return 0 if all(result.holds for result in results) else 1


def _tried(bed: Bed, size: str) -> Result | None:
    try:
        return _run(bed, size)
    except CannotTry as lack:
        _tell(f"not tried: {lack}")
        return None


def _size(word: str) -> str:
    if word not in SIZES and not (word.isdecimal() and int(word)):
        raise argparse.ArgumentTypeError(f"found {word!r}; say {', '.join(SIZES)}, or a number of trials")
    return word


def _run(bed: Bed, size: str) -> Result:
    trials = bed.sizes[size] if size in SIZES else int(size)
    print(f"{bed.id}: {bed.promise} {trials:,} {bed.unit}", flush=True)
    began = time.monotonic()
    found = bed.run(trials, _tell)
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
