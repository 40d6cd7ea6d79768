"""Who opens the sections of papers, the writing aid and lived experience, by the URL's name."""

from __future__ import annotations

from .page import Page, only
from .roles import IN_THE_PROGRAM, MEETS_PARTICIPANTS, SEES_STAFF, WRITES_NOTES
from .section_policies import REVIEWED_BY, WRITTEN_BY

_WRITTEN = only(WRITES_NOTES, WRITTEN_BY)

PAGES_OF_SECTIONS: dict[str, Page] = {
    "report_sections": only(IN_THE_PROGRAM, "Incident reports are open to those who work in the program."),
    "write_report_section": _WRITTEN,
    "review_incident_report": only(SEES_STAFF, REVIEWED_BY),
    "say_suspected": only(IN_THE_PROGRAM, "The hotline is told by those who work in the program."),
    "discharge_sections": only(
        MEETS_PARTICIPANTS, "Discharge papers are open to those who run the program, supervise, bill or serve."
    ),
    "write_discharge_section": _WRITTEN,
    "mark_words": _WRITTEN,
    "share_experience": only(WRITES_NOTES, "Lived experience is recorded by whoever shared it in a service."),
}
