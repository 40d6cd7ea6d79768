"""Discharges of the demo county, with their summaries and what is missing from them."""

from __future__ import annotations

import datetime

from alongside.records.models import Discharge, DischargeCause, DischargeSummary, Enrollment

from .shelf import Shelf, before

ENDINGS = {
    "planned discharge", "unplanned discharge", "planned discharge, participant did not sign",
    "discharge without a summary", "unplanned discharge, nobody signed",
}  # fmt: skip
UNPLANNED = {
    DischargeCause.WHEREABOUTS_UNKNOWN: "No contact in spite of calls, letters and visits.",
    DischargeCause.REFUSED_SERVICES: "Turned down every visit since the spring.",
    DischargeCause.LONG_TERM_CARE: "Moved to a nursing home after a fall.",
    DischargeCause.DIED: "Died at home.",
}
COORDINATORS = ("Fay Sandpiper", "Gus Hickory", "Nia Waxwing")


def add_ending(shelf: Shelf, enrollment: Enrollment, story: str, ended_on: datetime.date) -> None:
    """Put the discharge that ends the enrollment on the shelf."""
    is_planned = story.startswith("planned") or (story == "discharge without a summary" and shelf.yes(0.5))
    cause = DischargeCause.AGREED if is_planned else shelf.chance.choice(list(UNPLANNED))
    has_summary = story != "discharge without a summary"
    ending = shelf.add(
        Discharge,
        participant=enrollment.participant,
        enrollment=enrollment,
        discharged_on=ended_on,
        is_planned=is_planned,
        planned_reason="Agreed at the plan meeting: outcomes reached." if is_planned else UNPLANNED[cause],
        cause=cause,
        last_contact_on=before(ended_on, _days_silent(shelf, cause)),
        is_involuntary=False,
        has_summary=has_summary,
        pps_recorded_on=before(ended_on, -shelf.chance.randint(0, 10)) if shelf.yes(0.9) else None,
    )
    if has_summary:
        _add_summary(shelf, ending, story)


def _days_silent(shelf: Shelf, cause: str) -> int:
    lost = cause in (DischargeCause.WHEREABOUTS_UNKNOWN, DischargeCause.REFUSED_SERVICES)
    return shelf.chance.randint(91, 130) if lost else shelf.chance.randint(0, 12)


def _add_summary(shelf: Shelf, ending: Discharge, story: str) -> None:
    signs_on = before(ending.discharged_on, -shelf.chance.randint(0, 10))
    participant_signs = bool(ending.is_planned) and "did not sign" not in story
    coordinator_signs = "nobody signed" not in story
    shelf.add(
        DischargeSummary,
        discharge=ending,
        participant=ending.participant,
        reason=ending.planned_reason,
        progress="Keeps own apartment and calendar; knows the early signs and whom to call."
        if ending.is_planned
        else "Two of three outcomes in progress when contact ended.",
        resume_when="If housing or work is at risk, or when they ask." if shelf.yes(0.85) else None,
        participant_signed_on=signs_on if participant_signs else None,
        coordinator_signed_on=signs_on if coordinator_signs else None,
        coordinator_signed_by=shelf.chance.choice(COORDINATORS) if coordinator_signs else None,
    )
