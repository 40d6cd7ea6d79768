"""The state's quarterly meetings: "on the third Wednesday of the month from 10:00 a.m. to 12:00 p.m.".

What the page says of joining one is kept by the program, for it changes without the page's rules changing.
"""

from __future__ import annotations

from datetime import date, time

from .sources import page
from .state_offices import _nth

WEDNESDAY = 2
MONTHS = (1, 4, 7, 10)
STARTS_AT, ENDS_AT = time(10), time(12)
CITE = page("Quarterly meetings", "on the third Wednesday of the month from 10:00 a.m. to 12:00 p.m.")


def quarterly_meetings(year: int) -> list[date]:
    """The four days of a year."""
    return [_nth(year, month, WEDNESDAY, 3) for month in MONTHS]
