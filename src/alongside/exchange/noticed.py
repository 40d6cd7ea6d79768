"""What is noticed about a sheet as a whole while its rows are read, said once instead of row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from .book import Sheet
from .days import DAY_FIRST, MONTH_FIRST
from .fields import FIELDS
from .header import Header
from .mapping import SheetMapping
from .problems import column_letters, shown

NAMED_AT_MOST = 5


@dataclass
class Noticed:
    """Counts for each column the orders its dates can be read in, and keeps rows and cells that were passed over."""

    sheet: Sheet
    known: SheetMapping
    header: Header
    date_order: str
    orders: dict[int, Counter[frozenset[str]]] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)
    remarks_only: list[int] = field(default_factory=list)

    def notes(self) -> list[str]:
        """Sentences for the reader, the sheet's own first."""
        return [*self.sheet.notes, *self._columns(), *self._passed_over(), *self._dates()]

    def _columns(self) -> Iterator[str]:
        name = self.sheet.name
        for column, heading in self.header.unknown:
            where = f"column {column_letters(column)} of “{name}”"
            yield f"The heading {shown(heading)} ({where}) is not in the mapping. The column was not read."
        there = {name for name, _ in self.header.fields.values()}
        usual = {f for f, what in FIELDS[self.known.kind].items() if not what.is_rare}
        missing = [h for f, h in self.known.first_headings.items() if f in usual - there]
        if missing:
            yield f"“{name}” has no column for {', '.join(missing)}. Nothing is known of it."

    def _passed_over(self) -> Iterator[str]:
        name = self.sheet.name
        if self.remarks_only:
            rows = _some([str(r) for r in self.remarks_only], ", ")
            yield f"“{name}” has rows with nothing but remarks. They were passed over: {rows}."
        if self.left_out:
            some = _some(self.left_out, "; ")
            yield f"“{name}” has cells that cannot be read, but no rule looks at them. They were left empty: {some}."

    def _dates(self) -> Iterator[str]:
        order = self.date_order
        other = DAY_FIRST if order == MONTH_FIRST else MONTH_FIRST
        for column, counts in self.orders.items():
            agreeing, against = counts[frozenset((order,))], counts[frozenset((other,))]
            if not against:
                continue
            heading = f"“{self.header.headings[column]}” of “{self.sheet.name}”"
            either = f"{counts[frozenset((order, other))]} either way"
            said = f"{agreeing} can only be read {order}, {against} only {other}, {either}"
            yield f"Dates in the column {heading} do not agree: {said}. All were read {order}, as the mapping says."


def _some(words: list[str], joint: str) -> str:
    more = len(words) - NAMED_AT_MOST
    return joint.join(words[:NAMED_AT_MOST]) + (f"{joint}and {more} more" if more > 0 else "")
