"""Calendar law: how a period is counted, the same on every engine.

A period of months runs to the same day number, or to the last day of a shorter month. Ibis takes a date plus
months for a date while the engines return a timestamp, so the cast goes through timestamp here and nowhere else.
"""

from __future__ import annotations

import datetime
from typing import Any

import ibis

Value = Any  # an Ibis value or a deferred one; Ibis has no common type for the two


@ibis.udf.scalar.builtin
def asked_on() -> datetime.date:  # type: ignore[empty-body]
    """The day the question is asked for. Bound when the SQL runs, so that the SQL itself never changes."""


@ibis.udf.scalar.builtin(name="timezone", signature=(("string", "timestamp('UTC')"), "timestamp"))
def _clock_in(zone: str, moment: datetime.datetime) -> datetime.datetime:  # type: ignore[empty-body]
    """What the clock shows in a zone at a moment."""


def day_in(zone: str, moment: Value) -> Value:
    """The day a moment falls on in a zone such as America/Chicago. Moments themselves are reckoned in UTC."""
    return _clock_in(zone, moment.cast("timestamp('UTC')")).cast("date")


def after(day: Value, *, months: Value = 0, days: Value = 0) -> Value:
    """The day so many calendar months (clamped to month end), then so many days, after `day`."""
    return (day.cast("timestamp") + _interval(months, "M") + _interval(days, "D")).cast("date")


def _interval(amount: Value, unit: str) -> Value:
    if isinstance(amount, int):
        return ibis.literal(amount).as_interval(unit)
    return amount.cast("int32").as_interval(unit)


def birthday(born_on: Value, years: int) -> Value:
    """The day a person turns `years`. Someone born on 29 February turns it on 1 March of a common year."""
    same_day = after(born_on, months=12 * years)
    return ibis.ifelse(same_day.day() < born_on.day(), after(same_day, days=1), same_day)


def months_between(start: Value, end: Value) -> Value:
    """Whole calendar months from `start` to `end`: the largest n with `after(start, months=n) <= end`."""
    months = (end.year() - start.year()) * 12 + end.month() - start.month()
    return ibis.ifelse(after(start, months=months) <= end, months, months - 1).cast("int32")


def earliest(*days: Value) -> Value:
    """The first of several days; one that is not known is passed over."""
    far = ibis.date(9999, 12, 31)
    first = ibis.least(*(day.fill_null(far) for day in days))
    return first.nullif(far)
