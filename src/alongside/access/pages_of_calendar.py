"""Who opens the pages of readings, days, guiding documents and notices."""

from __future__ import annotations

from .page import Page, anyone, only
from .roles import IN_THE_PROGRAM, RUNS_THE_PROGRAM, WORKING

_READINGS = only(WORKING, "How the rules are read concerns everyone who works under them.")
_CHOOSES = only(RUNS_THE_PROGRAM, "Readings are chosen by those who run the program.")
_CALENDAR = only(IN_THE_PROGRAM, "The calendar is for those who work in the program.")
_LIBRARY = only(WORKING, "Guiding documents are for everyone who works under them.")
_RATES = only(RUNS_THE_PROGRAM, "Rate worksheets are kept by those who run the program.")
_NOTICES = only(IN_THE_PROGRAM, "Notices are for those who work in the program, each their own.")

PAGES_OF_CALENDAR: dict[str, Page] = {
    "readings": _READINGS,
    "choose_reading": _CHOOSES,
    "reading_would_change": _CHOOSES,
    "calendar": _CALENDAR,
    "joining_details": only(RUNS_THE_PROGRAM, "How meetings are joined is kept by those who run the program."),
    "calendar_feeds": _CALENDAR,
    "revoke_calendar_feed": _CALENDAR,
    "calendar_feed": anyone("A calendar program cannot sign in: whoever holds the private address reads its days."),
    "library": _LIBRARY,
    "guiding_document": _LIBRARY,
    "guiding_copy": _LIBRARY,
    "rate_sheets": _RATES,
    "new_rate_edition": _RATES,
    "new_rate_sheet": _RATES,
    "rate_sheet": _RATES,
    "notices": _NOTICES,
    "read_notice": _NOTICES,
    "read_all_notices": _NOTICES,
    "notice_settings": _NOTICES,
}
