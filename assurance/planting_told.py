"""The planted defects as a page to read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from .planting import Defect

# Classes of bugs met in systems of this kind, by their number; and the beds, each a promise of its own.
BROKEN = {
    "B1": "One page misses the filter of program or participant",
    "B2": "What a form says is trusted",
    "B3": "A rule that denies is ignored",
    "B4": "The check runs after the action",
    "B5": "What goes along with a record is not protected",
    "B6": "SQL through what is not a value",
    "B7": "A name or an address from outside leads anywhere",
    "B8": "Typed text is run",
    "B9": "Entities and archives that grow",
    "B11": "Lists of exceptions",
    "B12": "A session or a role outlives its authority",
    "B13": "The way back of a backup as a way in",
    "A1": "No page shows anything of another program or seat",
    "A3": "No statement sees a row of another program",
    "A4": "Pooled connections carry nothing over",
    "A5": "Nothing typed stands in logs, mails and other by-products",
    "A6": "Every look stands in the ledger",
    "A7": "Tampering with the ledger is found",
    "A8": "What is signed is what was shown, by whoever it says",
    "A9": "Records go out under a consent or a rule, with their statement",
    "A12": "Files from outside do no harm",
    "A14": "Signing in cannot be guessed",
    "R1": "What was confirmed survives a process",
    "R2": "What was confirmed survives a power cut",
    "R4": "Sent twice, done once",
    "R5": "Nobody's change is written over",
    "R6": "Who gives way loses nothing",
    "R8": "Days and clocks",
    "R13": "Work that was interrupted is done once",
}
HEAD = """# Planted defects

Each of these {count} defects is put into the tree by itself, and the test beside it has to fail; without the defect it
is green. `make assurance BED=A16` does it. The texts that are changed stand in `assurance/defects/`.
"""


def told(defects: Sequence[Defect]) -> str:
    """A table for each class of bugs or promise."""
    order = list(BROKEN)
    rows = sorted(defects, key=lambda one: (order.index(one.breaks), one.id))
    parts = [HEAD.format(count=len(defects))]
    for breaks, group in groupby(rows, key=lambda one: one.breaks):
        lines = "".join(f"| {one.id} | {one.what} | `{one.file}` | {_named(one.test)} |\n" for one in group)
        parts.append(f"\n## {breaks}: {BROKEN[breaks]}\n\n| | planted | in | caught by |\n|---|---|---|---|\n{lines}")
    return "".join(parts)


def _named(test: str) -> str:
    file, _, name = test.partition("::")
    return f"`{file}`: {name.removeprefix('test_').replace('_', ' ')}"
