"""A16: defects of the kinds that break systems like this one, each put in place and caught by a test of its name."""

from __future__ import annotations

from pathlib import Path

from ..bed import Bed, Found, Tell
from ..planting import Defect, a_copy, every_defect, flaws_of, noticed, pytest_ends

ALL = every_defect()
# Nothing is wrong with it, and so no test can notice it: a bed that says one did would say so of anything.
HARMLESS = Defect(
    id="harmless",
    breaks="A16",
    what="a remark",
    file="src/alongside/law/dates.py",
    stands="from __future__ import annotations\n",
    put="from __future__ import annotations  # a remark\n",
    test="tests/law/test_types.py::test_hours_are_exact",
)


def run(size: int, tell: Tell) -> Found:
    """Hold the whole list against the tree; then put in so many, after their tests were green without them."""
    found = Found(tried=len(ALL), failures=list(flaws_of(ALL)))
    found.measured = {"put in and run": str(size), "held against the tree only": str(len(ALL) - size)}
    return _tried(ALL[:size], found, tell) if size and not found.failures else found


def planted(size: int, tell: Tell) -> Found:
    """A change that does no harm stands in for a defect that no test notices."""
    with a_copy() as tree:
        return _put_in(tree, [HARMLESS], Found(), tell)


def _tried(defects: list[Defect], found: Found, tell: Tell) -> Found:
    with a_copy() as tree:
        is_green, said = pytest_ends(tree, sorted({one.test for one in defects}))
        tell(f"without a defect: {said}")
        if not is_green:
            found.failures.append(f"Not green without a defect: {said}")
        return _put_in(tree, defects, found, tell)


def _put_in(tree: Path, defects: list[Defect], found: Found, tell: Tell) -> Found:
    found.tried = len(defects)
    for nth, one in enumerate(defects, 1):
        is_red, said = noticed(tree, one)
        tell(f"{nth} of {len(defects)}, {one.id} {'caught' if is_red else 'NOT CAUGHT'}: {said}")
        if not is_red:
            found.failures.append(f"{one.id} in {one.file}: {one.test} says “{said}”")
    return found


BEDS = (
    Bed(
        id="A16",
        promise="Every planted defect is caught by the test named beside it, which is green without it.",
        unit="defects",
        asked=100,
        sizes={"slice": 0, "nightly": len(ALL), "release": len(ALL)},
        run=run,
        defect="a change that does no harm stands in the list as a defect",
        planted=planted,
        planted_size=1,
    ),
)
