"""An import plan as its page shows it: what would be done, and each rejected row with its problems beside the cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from alongside.exchange.collected import Rejected
from alongside.exchange.importing import ADD, CHANGE, LEFT_ALONE, SAME, ImportPlan
from alongside.exchange.problems import Problem, shown

ROWS_SHOWN, CHANGES_SHOWN = 20, 30


@dataclass(frozen=True)
class Cell:
    """One cell of a rejected row as it stands in the file, with what is wrong with it."""

    heading: str
    value: str
    problems: list[Problem]


@dataclass(frozen=True)
class RejectedRow:
    """A rejected row: where it is, its cells with problems, and the others."""

    sheet: str
    row: int
    wrong: list[Cell]
    others: list[Cell]


class Overview:
    """What the page says of a plan."""

    def __init__(self, plan: ImportPlan) -> None:
        self.digest = plan.digest
        self.name = plan.reading.name
        self.rows_read = plan.reading.rows_read
        self.notes = plan.notes
        self.is_nothing = plan.is_nothing
        self.counts = [
            (table.replace("_", " "), count[ADD], count[CHANGE], count[SAME], count[LEFT_ALONE])
            for table, count in plan.counts().items()
        ]
        changes = [change for change in plan.changes if change.action == CHANGE and change.fields]
        alone = [change for change in plan.changes if change.action == LEFT_ALONE]
        self.added, self.changed = sum(c[1] for c in self.counts), sum(c[2] for c in self.counts)
        self.changes, self.changes_more = changes[:CHANGES_SHOWN], max(0, len(changes) - CHANGES_SHOWN)
        self.alone, self.alone_more = alone[:CHANGES_SHOWN], max(0, len(alone) - CHANGES_SHOWN)
        self.rejected_count = len(plan.rejected_rows)
        self.rejected = [_row(row) for row in plan.rejected_rows[:ROWS_SHOWN]]

    @property
    def to_do(self) -> int:
        """How many records would be added or changed."""
        return self.added + self.changed

    @property
    def rejected_more(self) -> int:
        return max(0, self.rejected_count - ROWS_SHOWN)


def _row(rejected: Rejected) -> RejectedRow:
    cells = list(_cells(rejected))
    named = {problem.heading for cell in cells for problem in cell.problems}
    astray = [problem for problem in rejected.problems if problem.heading not in named]
    wrong = [cell for cell in cells if cell.problems] + [Cell(p.heading or p.cell, p.found, [p]) for p in astray]
    others = [cell for cell in cells if not cell.problems and cell.value]
    return RejectedRow(rejected.sheet, rejected.row, wrong, others)


def _cells(rejected: Rejected) -> Iterator[Cell]:
    for column, heading in enumerate(rejected.headings):
        value = rejected.cells[column] if column < len(rejected.cells) else None
        problems = [problem for problem in rejected.problems if heading and problem.heading == heading]
        if heading:
            yield Cell(heading, "" if value in (None, "") else shown(value).strip("“”"), problems)
