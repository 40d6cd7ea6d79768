"""`alongside import`: a tracker into a program from the command line, planned and said before it is done."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from ..limits import ONE_MACHINE
from ..mapping import Mapping
from ..problems import Refused
from ..reading import Progress, opened
from ..rejected import rejected_workbook
from ..wording import counted
from .applying import apply
from .plan import ADD, CHANGE, LEFT_ALONE, SAME, ImportPlan
from .planning import plan_import, read_for_import

if TYPE_CHECKING:
    from alongside.access.models import Program

NAMED_AT_MOST = 20


def bring_in(
    path: Path, program: Program, on: datetime.date, *, mapping: Mapping | None, is_dry_run: bool,
    progress: Progress | None = None,
) -> ImportPlan:  # fmt: skip
    """Plan the import of a file and, unless it is a dry run, do it. Raises `Refused`."""
    if path.is_dir():
        raise Refused(
            str(path), "This is a folder", "a tracker (.xlsx or .csv)", "Give the file; check reads folders too."
        )
    with opened(path) as file:
        reading = read_for_import(
            file, path.name, program=program, on=on, mapping=mapping, limits=ONE_MACHINE, progress=progress
        )
    plan = plan_import(reading, program, on=on)
    return plan if is_dry_run else apply(plan, program, by=None)


def said(plan: ImportPlan, *, is_dry_run: bool) -> Iterator[str]:
    """The plan in lines: what was added and changed in each table, what stands, and every rejected row."""
    yield from (f"· {note}" for note in plan.notes)
    verb = "would be" if is_dry_run else "were"
    for table, counts in plan.counts().items():
        told = [f"{counts[ADD]} {verb} added", f"{counts[CHANGE]} changed", f"{counts[SAME]} the same"]
        told += [f"{counts[LEFT_ALONE]} left alone"] if counts[LEFT_ALONE] else []
        yield f"{table.replace('_', ' ')}: {', '.join(told)}"
    alone = [change for change in plan.changes if change.action == LEFT_ALONE]
    for change in alone[:NAMED_AT_MOST]:
        differs = "; ".join(f"{name}: {old} on record, {new} in the file" for name, (old, new) in change.fields.items())
        why = change.because or "Left alone, because a person entered it"
        yield f"{why}: {change.name} {change.subject}, {change.table}, {differs}"
    if len(alone) > NAMED_AT_MOST:
        yield f"… and {len(alone) - NAMED_AT_MOST} more left alone."
    yield from (f"✗ {problem}" for problem in plan.problems)
    if plan.rejected_rows:
        yield f"{counted(len(plan.rejected_rows), 'row was', 'rows were')} not taken. --rejected OUT.xlsx writes them."
    if plan.is_nothing:
        yield "Nothing to do: the records say this already."


def write_rejected(plan: ImportPlan, path: Path) -> None:
    """Write the rows not taken to a workbook to correct and give back. Raises `Refused`."""
    try:
        path.write_bytes(rejected_workbook(plan.rejected_rows))
    except OSError as error:
        fix = "Check that the folder is there and that you may write to it."
        raise Refused(str(path), f"It cannot be written ({error.strerror})", "a place to write to", fix) from error
