"""R9: a backup comes back whole, in minutes; a damaged one is refused."""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from ..bed import Bed, Found, Tell
from ..houses import House, small_house

DEMO_FROM = 5  # restores; a slice is of an empty county, which is there in seconds
LONGEST_SECONDS = 120


def run(size: int, tell: Tell) -> Found:
    """Back up, restore into an empty place, prove; between two restores things happen, and the log is added."""
    with tempfile.TemporaryDirectory(prefix="alongside-bed-") as folder:
        house = House(Path(folder) / "house", is_demo=True) if size >= DEMO_FROM else small_house()
        return _restores(house, Path(folder), size, tell)


def _restores(house: House, folder: Path, size: int, tell: Tell) -> Found:
    found, took = Found(), []
    for number in range(size):
        began = time.monotonic()
        house.back_up(*(["--log"] if number % 3 == 2 else []))
        backed_up = time.monotonic() - began
        began = time.monotonic()
        done = house.restore(folder / "back")
        took.append(time.monotonic() - began)
        found.tried += 1
        if done.returncode:
            found.failures.append(f"Restore {number}: {(done.stdout + done.stderr).strip()}")
        if took[-1] > LONGEST_SECONDS:
            found.failures.append(f"Restore {number} took {took[-1]:.0f} s.")
        shutil.rmtree(folder / "back", ignore_errors=True)
        house.happen(3)
        tell(f"{number + 1} of {size}: backed up in {backed_up:.1f} s, restored and proven in {took[-1]:.1f} s")
    found.measured["restore and proof, half of them within"] = f"{statistics.median(took):.1f} s"
    found.measured["the longest"] = f"{max(took):.1f} s"
    return found


def planted(size: int, tell: Tell) -> Found:
    """The same with a backup damaged before it is restored: one byte changed, then one file dropped, by turns."""
    found = Found()
    with tempfile.TemporaryDirectory(prefix="alongside-bed-") as folder:
        house = small_house()
        house.back_up()
        names = sorted(path.name for path in house.newest().iterdir())
        for number in range(size):
            copy = house.copy(Path(folder) / str(number))
            DAMAGES[number % 2](copy / names[number // 2 % len(names)], number)
            done = house.restore(Path(folder) / "back", copy)
            found.tried += 1
            if done.returncode:
                found.failures.append(done.stderr.strip() or done.stdout.strip())
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
        sizes={"slice": 1, "nightly": 20, "release": 100},
        run=run,
        defect="one byte of the backup changed, or one file dropped",
        planted=planted,
        planted_size=2,
    ),
)
