"""Screens, assessments and service plans of a participant, one set for every half-year since enrollment."""

from __future__ import annotations

import datetime

from alongside.records.models import (
    Assessment,
    FunctionalScreen,
    Participant,
    PlanKind,
    Residence,
    ScreenKind,
    ScreenResult,
    ScreenType,
    ServicePlan,
)  # fmt: skip

from .endings import COORDINATORS
from .representatives import parent_of
from .shelf import Shelf, before, months_after

NEEDS = (
    "Somebody to plan the week with, and a reminder for the evening medicine.",
    "Practice with money and bills; a quiet place to live.",
    "Company for the first steps outside; a plan for hard moments.",
    "Help with finding words for what is wrong, and people who have been there.",
)
LATE = {"six-month update overdue", "annual recertification overdue"}
SCREENERS = ("Iris Bittern", "Hal Tamarack", "Zoe Kinglet")


def add_documents(
    shelf: Shelf, participant: Participant, story: str, enrolled_on: datetime.date, *, until: datetime.date
) -> None:
    """A set for each update due by `until`, the coming one where somebody was early, less what the story leaves out."""
    nth, due = 0, enrolled_on
    while due <= until or (nth == 0 and story == "enrolls soon"):
        following = months_after(enrolled_on, 6 * (nth + 1))
        is_last = following > until
        if not (is_last and story in LATE):
            has_plan = not (is_last and story == "assessment without a plan") and due <= shelf.on
            _add_set(shelf, participant, story, due, nth=nth, is_last=is_last, has_plan=has_plan)
        nth, due = nth + 1, following
    is_near = before(due, 14) <= until == shelf.on
    if is_near and story in ("in order", "came back") and shelf.yes(0.6):
        _add_set(shelf, participant, story, due, nth=nth, is_last=True, has_plan=True)


def _add_set(
    shelf: Shelf,
    participant: Participant,
    story: str,
    due: datetime.date,
    *,
    nth: int,
    is_last: bool,
    has_plan: bool,
) -> None:
    last_day = min(due, before(shelf.on, 1))
    assessed_on = before(last_day, shelf.chance.randint(3, 24))
    if nth % 2 == 0:
        screened_on = before(assessed_on, shelf.chance.randint(1, 15))
        _add_screen(shelf, participant, story, screened_on, due, type=ScreenType.ANNUAL if nth else ScreenType.INITIAL)
    said = _said(shelf, participant) if is_last else {}
    shelf.add(Assessment, participant=participant, completed_on=assessed_on, **said)
    if has_plan:
        planned_on = min(last_day, before(assessed_on, -shelf.chance.randint(1, 10)))
        _add_plan(shelf, participant, planned_on, nth)


def _said(shelf: Shelf, participant: Participant) -> dict[str, str | None]:
    """What the last assessment says; of those before it only the day is kept."""
    home = next((home for home in shelf.of(Residence) if home.participant is participant), None)
    if home is None:  # here before, and long gone
        return {}
    return {"needs": NEEDS[len(shelf.of(Assessment)) % len(NEEDS)], "setting_needed": home.setting}


def _add_plan(shelf: Shelf, participant: Participant, planned_on: datetime.date, nth: int) -> None:
    """A plan on paper: what it has and who signed it is recorded. The texts of the last one are added later."""
    parent = parent_of(participant, planned_on)
    shelf.add(
        ServicePlan,
        participant=participant,
        kind=PlanKind.INITIAL if nth == 0 else PlanKind.SIX_MONTH if nth % 2 else PlanKind.ANNUAL,
        completed_on=planned_on,
        met_on=planned_on,
        is_in_person=shelf.yes(0.92),
        has_demographics=True,
        has_financials=True,
        has_outcomes=True,
        participant_signed_on=planned_on,
        representative_signed_on=planned_on if parent else None,
        representative_signed_by=parent,
        coordinator_signed_on=planned_on,
        coordinator_signed_by=COORDINATORS[nth % len(COORDINATORS)],
    )


def _add_screen(
    shelf: Shelf,
    participant: Participant,
    story: str,
    completed_on: datetime.date,
    due: datetime.date,
    *,
    type: ScreenType,
) -> None:
    is_adult = participant.born_on is not None and months_after(participant.born_on, 12 * 18) <= completed_on
    adult = is_adult or story == "minor with the adult screen"
    refused = story == "found not eligible" and before(shelf.on, 365) < due
    shelf.add(
        FunctionalScreen,
        participant=participant,
        kind=ScreenKind.MH_SUD if adult else ScreenKind.CHILDRENS_LTC,
        type=type,
        completed_on=completed_on,
        result=ScreenResult.NOT_ELIGIBLE if refused else ScreenResult.ELIGIBLE,
        screener=shelf.chance.choice(SCREENERS),
    )
