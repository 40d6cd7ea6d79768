"""R11: a full disk loses nothing acknowledged, is told plainly, and is over once there is room again."""

from __future__ import annotations

import random
import time
from uuid import uuid4

from ..bed import Bed, Found, Tell
from ..coverages import a_form, page_of, there, wrong
from ..house import House, house, planted_house
from ..journal import Journal
from ..small_disk import SmallDisk, small_disk
from ..visitor import UNAVAILABLE, Visitor
from .away import PLAIN

SMALL = 10
PATIENCE_SECONDS = 60
FORMS_ENOUGH = 2_000  # to fill what room is left in pages and log files
FORMS_PLANTED = 20
SPARE_BYTES = 200_000


def run(size: int, tell: Tell, defect: str = "", forms: int = FORMS_ENOUGH) -> Found:
    """So many fills, every second with the database in need of a new file of its log. In a slice this bed starts the
    database again where it gave up, else the worker beside the server has to."""
    disk, found = small_disk(), Found()
    is_small = size <= SMALL
    back: list[float] = []
    with planted_house(disk.ground, defect) if is_small else house(disk.ground, is_alone=False) as served:
        journal = Journal(disk.folder / f"filled-{uuid4().hex[:8]}")
        for nth in range(size):
            found.failures += [f"fill {nth}: {flaw}" for flaw in _filled(served, disk, journal, nth, back, forms)]
            found.tried += 1
            tell(f"{nth + 1} fills, {journal.count} acknowledged, {len(found.failures)} wrong")
    back.sort()
    found.measured = {"acknowledged": f"{journal.count:,}"}
    if back:
        found.measured["back after"] = f"{back[len(back) // 2]:.1f} s median, {back[-1]:.1f} s longest"
    return found


def planted(size: int, tell: Tell) -> Found:
    """What the database could not write is answered as saved."""
    return run(size, tell, defect="says_saved", forms=FORMS_PLANTED)


def _filled(served: House, disk: SmallDisk, journal: Journal, nth: int, back: list[float], forms: int) -> list[str]:
    visitor = served.visitor(nth % 2)
    series = f"filled-{uuid4().hex[:8]}-"
    disk.fill(random.randrange(SPARE_BYTES) if forms == FORMS_ENOUGH else 0)
    if nth % 2:
        disk.end_log_file()
    flaws, kept, acknowledged = _until_refused(served, visitor, series, journal, forms)
    disk.empty()
    began = time.monotonic()
    if served.is_alone:
        served.ground.start_database()
    reference, form = kept
    while not visitor.post(page_of(served.ground, 0), form).is_taken:
        if time.monotonic() - began > PATIENCE_SECONDS:
            return [*flaws, "it did not come back once there was room"]
        time.sleep(0.2)
    back.append(time.monotonic() - began)
    journal.add(reference)
    with served.ground.connect() as connection:
        return flaws + wrong(there(connection, series), [*acknowledged, reference])


def _until_refused(
    served: House, visitor: Visitor, series: str, journal: Journal, forms: int
) -> tuple[list[str], tuple[str, dict[str, str]], list[str]]:
    """Send forms until one is refused: what was wrong, that one, and those acknowledged before it."""
    acknowledged = []
    for nth in range(forms):
        reference = f"{series}{nth}"
        form = a_form(reference)
        answer = visitor.post(page_of(served.ground, nth), form)
        if answer.is_taken:
            journal.add(reference)
            acknowledged.append(reference)
            continue
        is_plain = answer.status == UNAVAILABLE and PLAIN in answer.text
        return (
            [] if is_plain else [f"answered {answer.status}, not with the plain page"],
            (reference, form),
            acknowledged,
        )
    return [f"{forms} forms were taken on a full disk"], (reference, form), acknowledged


BEDS = (
    Bed(
        "R11", "A full disk loses nothing acknowledged and is told plainly; with room again all goes on.", "fills", 500,
        {"slice": 2, "nightly": 24, "release": 500}, run,
        "what the database could not write is answered as saved", planted, 1,
    ),
)  # fmt: skip
