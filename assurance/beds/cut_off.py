"""R7: the line to the database is cut around a COMMIT; whoever sends the form again has it saved once."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from uuid import uuid4

from alongside.config.embedded_roles import APP, OWNER

from ..bed import Bed, Found, Tell
from ..coverages import a_form, page_of, there, wrong
from ..cut_line import CutLine, When
from ..ground import Ground, ground
from ..house import House, house

# Who asks, what they enter, their session: a form is three transactions, and any of them may be cut.
COMMITS = 3
WAYS: tuple[When, ...] = ("after", "before")
NEVER_SAID = "Nothing you entered was saved"
TRIES = 20


def run(size: int, tell: Tell, defect: str = "") -> Found:
    """So many cuts."""
    here, found = ground(), Found()
    folder = Path(tempfile.mkdtemp(prefix="beds-"))
    port = here.server.address(APP).port
    line = CutLine(folder, Path(here.server.address(APP).host) / f".s.PGSQL.{port}")
    addresses = {"DATABASE_URL": _address(here, APP, folder), "DATABASE_OWNER_URL": _address(here, OWNER, folder)}
    try:
        with house(here, defect=defect, **addresses) as served:
            for nth in range(size):
                found.failures += _cut(served, line, nth)
                found.tried += 1
                if nth % 500 == 499:
                    tell(f"{nth + 1} cuts, {len(found.failures)} wrong")
    finally:
        line.end()
        shutil.rmtree(folder, ignore_errors=True)
    return found


def planted(size: int, tell: Tell) -> Found:
    """What comes again is taken as if it had never come."""
    return run(size, tell, defect="blind_retry")


def _cut(served: House, line: CutLine, nth: int) -> list[str]:
    """What is wrong after one form met one cut and was sent until it was acknowledged."""
    when, skip = WAYS[nth % 2], (nth // 2 + 1) % COMMITS
    reference = f"cut-{uuid4().hex[:10]}"
    visitor, page, form = served.visitor(nth % 2), page_of(served.ground, nth), a_form(reference)
    line.cut(when, skip)
    said = []
    for _ in range(TRIES):
        answer = visitor.post(page, form)
        if answer.is_taken:
            break
        if answer.status != 503 or NEVER_SAID in answer.text:
            said.append(f"told wrongly, with {answer.status}")
    else:
        said.append(f"not taken in {TRIES} times")
    if not line.mend():
        said.append("nothing was cut, so nothing was tried")
    with served.ground.connect() as connection:
        said += wrong(there(connection, reference), [reference])
    return [f"cut {when} COMMIT {skip + 1}: {flaw}" for flaw in said]


def _address(here: Ground, role: str, folder: Path) -> str:
    at = here.server.address(role)
    return f"postgresql://{role}:{at.password}@:{at.port}/alongside?host={folder}"


BEDS = (
    Bed(
        "R7", "A commit whose answer got lost is neither doubled nor denied.", "cuts", 10_000,
        {"slice": 6, "nightly": 1_000, "release": 10_000}, run,
        "a form is taken whenever it comes, its token unread", planted, 6,
    ),
)  # fmt: skip
