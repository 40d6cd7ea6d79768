"""R9: a backup comes back whole, in minutes; a damaged one is refused."""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from ..bed import Bed, Found, Tell
from ..houses import House, demo_house, small_house

DEMO_FROM = 5  # restores; a slice is of a small program, which is there in seconds
LONGEST_SECONDS = 120


def run(size: int, tell: Tell) -> Found:
    """Back up, restore into an empty place, prove; between two restores things happen, and the log is added."""
    with tempfile.TemporaryDirectory(prefix="alongside-bed-") as folder:
        if size < DEMO_FROM:
            return _restores(small_house(), Path(folder), size, tell)
        tell("loading the demo county")
        house = demo_house(Path(folder) / "house")
        try:
            return _restores(house, Path(folder), size, tell)
        finally:
            house.close()


def _restores(house: House, folder: Path, size: int, tell: Tell) -> Found:
    found, took = Found(), []
    for number in range(size):
        if number:
            house.happen(3)
        began = time.monotonic()
        house.back_up(*(["--log"] if number % 3 == 2 else []))
        backed_up = time.monotonic() - began
        began = time.monotonic()
        done = house.restore(folder / "back")
        took.append(time.monotonic() - began)
        found.tried += 1
        if done.returncode:
            found.failures.append(f"Restore {number}: {(done.stdout + done.stderr).strip()}")
        elif size >= DEMO_FROM and (flaw := house.unfit(folder / "back")):
            found.failures.append(f"Restore {number} does not serve: {flaw}")
        if took[-1] > LONGEST_SECONDS:
            found.failures.append(f"Restore {number} took {took[-1]:.0f} s.")
        shutil.rmtree(folder / "back", ignore_errors=True)
        tell(f"{number + 1} of {size}: backed up in {backed_up:.1f} s, restored and proven in {took[-1]:.1f} s")
    found.measured["tables and rows compared"] = house.compared
    found.measured["restore and proof, half of them within"] = f"{statistics.median(took):.1f} s"
    found.measured["the longest"] = f"{max(took):.1f} s"
    return found


def planted(size: int, tell: Tell) -> Found:
    """The same with a backup damaged before it is restored: one byte changed, then one file dropped, by turns."""
    from alongside.config.commands import CannotRun
    from alongside.config.restoring import restore

    found = Found()
    with tempfile.TemporaryDirectory(prefix="alongside-bed-") as folder:
        house = small_house()
        if not house.has_backup:
            house.back_up()
        names = sorted(path.name for path in house.newest().iterdir())
        for number in range(size):
            copy = house.copy(Path(folder) / str(number))
            DAMAGES[number % 2](copy / names[number // 2 % len(names)], number)
            found.tried += 1
            try:
                found.failures += restore(copy, Path(folder) / "back", key=house.key).flaws
            except CannotRun as refused:
                found.failures.append(str(refused))
            shutil.rmtree(Path(folder) / "back", ignore_errors=True)
    tell(f"{len(found.failures)} of {found.tried} damaged backups refused")
    return found


def _change_a_byte(path: Path, number: int) -> None:
    held = bytearray(path.read_bytes())
    held[(number * 7919) % len(held)] ^= 1
    path.write_bytes(held)


def _drop(path: Path, number: int) -> None:
    path.unlink()


DAMAGES: tuple[Callable[[Path, int], None], ...] = (_change_a_byte, _drop)

BEDS = (
    Bed(
        id="R9",
        promise="A backup, with the log added to it, restores into an empty place within two minutes, and its tables, "
        "signed documents and ledger are proven to be what they were.",
        unit="restores",
        asked=100,
        sizes={"slice": 1, "nightly": 10, "release": 100},
        run=run,
        defect="one byte of the backup changed, or one file dropped",
        planted=planted,
        planted_size=10,
    ),
)
