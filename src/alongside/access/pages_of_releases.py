"""Who may open the pages of consents and disclosures, by the URL's name."""

from __future__ import annotations

from .page import Page, only
from .release_policies import RELEASED
from .roles import MEETS_PARTICIPANTS, SEATS, SEES_STAFF

PAGES_OF_RELEASES: dict[str, Page] = {
    "releases": only(
        MEETS_PARTICIPANTS,
        "What a participant lets out is open to those who run the program, supervise, bill or serve.",
    ),
    "new_consent": only(SEES_STAFF, RELEASED),
    "revoke_consent": only(SEES_STAFF, RELEASED),
    "disclose": only(SEES_STAFF, RELEASED),
    "disclosure": only(SEES_STAFF, RELEASED),
    "mark_records": only(SEES_STAFF, RELEASED),
    "end_record_mark": only(SEES_STAFF, RELEASED),
    "seat_releases": only(SEATS, "This is a participant's own seat."),
}
