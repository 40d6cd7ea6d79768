"""What covers the day asked, from one day to another, and what follows it without a gap."""

from typing import Any

import ibis
from ibis import _

from alongside.facts.contract import FactTable
from alongside.law import after, its, tally

AHEAD_DAYS = 90


def covered(of: FactTable, by: str, start: str, end: str, when: Any) -> tuple[Any, ...]:
    """Facts of what covers the day asked: `held` rows, and `covered_to`, the last day they and what follows them without
    a gap cover. It is empty where nothing covers the day asked, and where no end is known."""
    begun = _[start].isnull() | (_[start] <= its.asked_on)
    goes_on = _[end].isnull() | (_[end] >= its.asked_on)
    joins = _[start].isnull() | (_[start] <= after(its.held_to, days=1))
    found = {"held": _.count(), "held_to": _[end].max(), "is_endless": _[end].isnull().any()}
    return (
        tally(of, by, (when & begun & goes_on).fill_null(False), **found),
        tally(of, by, (when & joins).fill_null(False), joined_to=_[end].max(), joins_endless=_[end].isnull().any()),
        {"covered_to": ibis.ifelse((_.held == 0) | _.is_endless | _.joins_endless, ibis.null("date"), _.joined_to)},
    )


IS_RENEWED = (_.covered_to > after(_.asked_on, days=AHEAD_DAYS)).fill_null(True)
RENEWAL_ASKED_FROM = after(_.covered_to, days=-AHEAD_DAYS)
