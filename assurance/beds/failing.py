"""R3: where the database's disk fails at every n-th call, nothing acknowledged is lost and the page says so plainly."""

from __future__ import annotations

import time
from uuid import uuid4

from ..bed import Bed, CannotTry, Found, Tell
from ..coverages import a_form, page_of, there, wrong
from ..failing_disk import FLUSHES, MOVES, WRITES, failing, times_failed
from ..ground import Ground, ground
from ..house import House, planted_house
from ..small_disk import small_disk
from ..visitor import NO_ANSWER, UNAVAILABLE
from .away import PLAIN

KINDS = ((FLUSHES, "EIO"), (WRITES, "EIO"), (WRITES, "ENOSPC"), (MOVES, "EIO"), (FLUSHES, "ENOSPC"))
PATIENCE_SECONDS = 60
FORMS, ENOUGH_SINCE = 12, 3
MOST_CALLS = 500


def run(size: int, tell: Tell, defect: str = "") -> Found:
    """So many spells of failing calls, each another n and another kind of call, a few forms in each. After a spell
    the database is killed and started: whether it comes back without hands is tried by R1, R11 and R12."""
    found, failed, refused = Found(), 0, 0
    with planted_house(_ground(), defect) as served:
        for nth in range(size):
            calls, error = KINDS[nth % len(KINDS)]
            every = 1 + (nth // len(KINDS)) * 7 % MOST_CALLS if size > len(KINDS) else 2 + nth
            flaws, injected, plain = _spell(served, calls, every, error)
            failed, refused = failed + injected, refused + plain
            found.failures += [f"spell {nth}, every {every} of {calls} fails with {error}: {flaw}" for flaw in flaws]
            found.tried += 1
            tell(f"{nth + 1} spells, {failed} calls failed, {len(found.failures)} wrong")
    found.measured = {"calls that failed": f"{failed:,}", "forms refused with the plain page": f"{refused:,}"}
    if not failed:
        found.failures.append("no call failed, so nothing was tried")
    return found


def planted(size: int, tell: Tell) -> Found:
    """What the database could not write is answered as saved."""
    return run(size, tell, defect="says_saved")


def _ground() -> Ground:
    """In memory where that can be: after a crash PostgreSQL flushes every file there is, and a disk takes its time."""
    try:
        return small_disk().ground
    except CannotTry:
        return ground()


def _spell(served: House, calls: str, every: int, error: str) -> tuple[list[str], int, int]:
    """What is wrong after one spell, how many calls failed in it, and how many forms were refused."""
    here, series = served.ground, f"failing-{uuid4().hex[:8]}-"
    forms = {f"{series}{nth}": a_form(f"{series}{nth}") for nth in range(FORMS)}
    acknowledged, flaws, refused, since_failed = [], [], 0, 0
    with failing(here, calls, every, error):
        for nth, (reference, form) in enumerate(forms.items()):
            answer = served.visitor(nth % 2).post(page_of(here, nth), form)
            if answer.is_taken:
                acknowledged.append(reference)
            elif answer.status == UNAVAILABLE and PLAIN in answer.text:
                refused += 1
            elif answer.status != NO_ANSWER:
                flaws.append(f"answered {answer.status}")
            since_failed += times_failed(here) > 0
            if since_failed == ENOUGH_SINCE:
                break
    here.kill_database()  # strace may take a signal along that the database waits for
    here.start_database()
    tried = list(forms)[: nth + 1]
    flaws += _sent_again(served, {one: forms[one] for one in tried if one not in acknowledged})
    with here.connect() as connection:
        return flaws + wrong(there(connection, series), tried), times_failed(here), refused


def _sent_again(served: House, forms: dict[str, dict[str, str]]) -> list[str]:
    """With the disk whole again, what was refused is taken."""
    until = time.monotonic() + PATIENCE_SECONDS
    for nth, form in enumerate(forms.values()):
        while not served.visitor(nth % 2).post(page_of(served.ground, nth), form).is_taken:
            if time.monotonic() > until:
                return ["it did not come back once the disk was whole"]
            time.sleep(0.2)
    return []


BEDS = (
    Bed(
        "R3", "Where the disk fails at every n-th call, nothing acknowledged is lost and the page says so.", "spells",
        500, {"slice": 1, "nightly": 25, "release": 500}, run,
        "what the database could not write is answered as saved", planted, 1,
    ),
)  # fmt: skip
