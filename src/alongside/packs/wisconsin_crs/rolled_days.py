"""Days counted by Wis. Stat. 990.001(4), and by the days state offices are open, as the engines work them out.

A period leaves out its first day and ends on its last. Where that is a Saturday, Sunday or legal holiday (995.20), the
act may be done on the next day that is none; the last day as counted is the strict one, the other the rolled one.
Days of a year are written as month and day, 1225; floating ones as month, day of the week and which of them, 110 for
the first Monday of November. The SQL says each day several times: short tests keep it short.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import ibis
from ibis.expr.types import Table

from alongside.law import after
from alongside.law.rule import Step

SATURDAY = 5  # as Ibis counts the days of a week, from Monday, 0
LONGEST_CLOSING = 4  # 24 and 25 December before a weekend
LAST_MONDAY_OF_MAY = (525, 531)


@dataclass(frozen=True)
class Calendar:
    """Closed days: fixed ones, fixed ones with the Monday after where they are a Sunday, and floating ones."""

    staying: tuple[int, ...]
    moving: tuple[int, ...]
    floating: tuple[int, ...]

    def is_closed(self, day: Any) -> Any:
        """Whether a day is a Saturday, a Sunday or closed."""
        weekday, number = day.day_of_week.index(), day.month() * 100 + day.day()
        nth = day.month() * 100 + weekday * 10 + (day.day() - 1) // 7
        moved = [one + 1 for one in self.moving]
        return (
            (weekday >= SATURDAY)
            | number.isin([*self.staying, *self.moving])
            | nth.isin(list(self.floating))
            | ((weekday == 0) & (number.isin(moved) | number.between(*LAST_MONDAY_OF_MAY)))
        )


# Wis. Stat. 995.20: third Mondays of January and February, first of September, second of October, fourth Thursday of
# November. Wis. Stat. 230.35(4)(a): third Monday of January, first of September, fourth Thursday of November.
LEGAL = Calendar((), (101, 619, 704, 1111, 1225), (102, 202, 900, 1001, 1133))
STATE_OFFICES = Calendar((1224, 1231), (101, 704, 1225), (102, 900, 1133))


def rolled(fact: str, day: str) -> Step:
    """A step that adds as `fact` the day `day` itself, or where it is no business day by LEGAL the next that is one."""

    def step(subject: Table) -> Table:
        tries = [after(subject[day], days=days) for days in range(LONGEST_CLOSING + 1)]
        return subject.mutate(**{fact: ibis.cases(*((~LEGAL.is_closed(one), one) for one in tries), else_=None)})

    return step


def business_days(fact: str, start: str, count: int) -> Step:
    """A step that adds as `fact` the business day so many business days after the day `start`, which does not count."""
    ahead = range(1, 2 * count + LONGEST_CLOSING)

    def step(subject: Table) -> Table:
        is_open = {n: ~STATE_OFFICES.is_closed(after(subject[start], days=n)) for n in ahead}
        marked = subject.mutate(**{f"open_{n}": ibis.ifelse(is_open[n], 1, 0) for n in ahead})
        counted = accumulate(marked[f"open_{n}"] for n in ahead)
        reached = ibis.cases(*((so_far == count, n) for n, so_far in zip(ahead, counted, strict=True)), else_=None)
        return marked.mutate(**{fact: after(marked[start], days=reached)}).drop(*(f"open_{n}" for n in ahead))

    return step
