"""Who may open the pages of emergency access, by the URL's name."""

from __future__ import annotations

from .emergency_policies import OPENED, OPENS, SEEN_BY
from .page import Page, only

_SEEN = "Emergency access is told to who opened it, and to those who supervise or run the program."

PAGES_OF_EMERGENCIES: dict[str, Page] = {
    "emergencies": only(SEEN_BY, _SEEN),
    "emergency": only(SEEN_BY, _SEEN),
    "open_emergency": only(OPENS, OPENED),
}
