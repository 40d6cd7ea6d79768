"""Who opens the pages of readings, days, guiding documents and notices."""

from __future__ import annotations

from .page import Page, only
from .roles import RUNS_THE_PROGRAM, WORKING

_READINGS = only(WORKING, "How the rules are read concerns everyone who works under them.")
_CHOOSES = only(RUNS_THE_PROGRAM, "Readings are chosen by those who run the program.")

PAGES_OF_CALENDAR: dict[str, Page] = {
    "readings": _READINGS,
    "choose_reading": _CHOOSES,
    "reading_would_change": _CHOOSES,
}
