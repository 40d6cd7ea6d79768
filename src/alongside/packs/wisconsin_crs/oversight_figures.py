"""The figures of documentation oversight, each since its day. The rules and the draw both read them here."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction

from alongside.packs.sampling import Oversight, Regime

from .legal_holidays import is_rolled_over, rolled
from .sources import PAGE_2018, PAGE_2020, page
from .state_offices import SATURDAY, SUNDAY, business_days_after

PLACE = "Annual documentation oversight"
LIST_DAYS = 30
PACKET_DAYS = 15
REVIEW_DAYS = 90
SERVED_MONTHS = 12
PERCENT = 20
FEW, FEW_PERCENT, MANY_PERCENT = 10, 30, 15

EVERYBODY = Regime(
    date(2018, 7, 1),
    ((None, Fraction(1), 1),),
    "everybody's documents, every 12 months",
    PAGE_2018.at("Annual documentation", "every 12 months"),
)
TWO_SHARES = Regime(
    date(2020, 1, 1),
    ((FEW, Fraction(FEW_PERCENT, 100), 1), (None, Fraction(MANY_PERCENT, 100), 2)),
    "30 percent once a year of 1 to 9 participants, 15 percent twice a year of 10 or more",
    PAGE_2020.at("Documentation oversight", "30%"),
)
ONE_SHARE = Regime(
    date(2024, 1, 1),
    ((None, Fraction(PERCENT, 100), 1),),
    "20 percent of the participants served within the last year",
    page(PLACE, "20% of the participants served within the last year for each CRS program"),
)


def _but_legal_holidays(day: date, count: int) -> date:
    return _counted(day, count, lambda one: not is_rolled_over(one))


def _weekdays(day: date, count: int) -> date:
    return _counted(day, count, lambda one: one.weekday() not in (SATURDAY, SUNDAY))


def _counted(day: date, count: int, counts: Callable[[date], bool]) -> date:
    while count:
        day += timedelta(days=1)
        count -= counts(day)
    return day


OVERSIGHT = Oversight(
    regimes=(EVERYBODY, TWO_SHARES, ONE_SHARE),
    ask_list_days=LIST_DAYS,
    packet_business_days=PACKET_DAYS,
    review_days=REVIEW_DAYS,
    served_months=SERVED_MONTHS,
    calendars={
        "state_offices": ("state offices' calendar, Wis. Stat. 230.35(4)(a)", business_days_after),
        "legal_holidays": ("legal holidays' calendar, Wis. Stat. 995.20", _but_legal_holidays),
        "weekdays": ("Monday to Friday", _weekdays),
    },
    rolled=rolled,
    address="DHSDCTSCRS@dhs.wisconsin.gov",
)
