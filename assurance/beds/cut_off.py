"""R7: the line to the database is cut around a COMMIT; whoever sends the form again has it saved once."""

from __future__ import annotations

from typing import cast
from uuid import uuid4

from ..bed import Bed, Found, Tell
from ..coverages import a_form, page_of, there, wrong
from ..cut_line import CutLine, When
from ..ground import ground
from ..house import House, planted_house

# Who asks, what they enter, their session: a form is three transactions, and any of them may be cut.
COMMITS = 3
WAYS: tuple[When, ...] = ("after", "before")
NEVER_SAID = "Nothing you entered was saved"
TRIES = 20


def run(size: int, tell: Tell, defect: str = "") -> Found:
    """So many cuts."""
    found = Found()
    with planted_house(ground(), defect) as served:
        for nth in range(size):
            found.failures += _cut(served, nth)
            found.tried += 1
            if nth % 100 == 99:
                tell(f"{nth + 1} cuts, {len(found.failures)} wrong")
    return found


def planted(size: int, tell: Tell) -> Found:
    """What comes again is taken as if it had never come."""
    return run(size, tell, defect="blind_retry")


def _cut(served: House, nth: int) -> list[str]:
    """What is wrong after one form met one cut and was sent until it was acknowledged."""
    line = cast(CutLine, served.line)
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


BEDS = (
    Bed(
        "R7", "A commit whose answer got lost is neither doubled nor denied.", "cuts", 10_000,
        {"slice": 6, "nightly": 1_000, "release": 10_000}, run,
        "a form is taken whenever it comes, its token unread", planted, 6,
    ),
)  # fmt: skip
