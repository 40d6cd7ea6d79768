"""Participants who want to work: the wish, the search, the job."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from itertools import cycle
from typing import Any

from alongside.records.models import AskedFirst, Employment, Participant, PlanLine, ServiceKind

from .care import OVERDUE
from .shelf import Shelf, before

MINIMUM_WAGE = Decimal("7.25")
GOALS = ("Outdoors, for real pay.", "With animals, in the mornings.", "A desk by a window, ten hours a week.")
JOBS: tuple[dict[str, Any], ...] = (
    {},  # still looking
    {"job": "Helper in a tree nursery", "hourly_wage": Decimal("15.50")},
    {"job": "Kennel attendant", "hourly_wage": Decimal("14.00")},
)


def add_work(shelf: Shelf, served: Mapping[Participant, str]) -> None:
    """Put a wish on the shelf for everybody whose last plan has supported employment.

    One whose updates are overdue anyway was sent to a training first, which the state's page rules out.
    """
    goals, jobs, is_wrong_once = cycle(GOALS), cycle(JOBS), False
    for line in shelf.of(PlanLine):
        if line.kind != ServiceKind.SUPPORTED_EMPLOYMENT:
            continue
        is_wrong = not is_wrong_once and served.get(line.participant) in OVERDUE
        is_wrong_once = is_wrong_once or is_wrong
        wanted_on = before(line.service_plan.completed_on, 10)
        found = dict(next(jobs))
        if found and before(wanted_on, -40) < shelf.on:
            found |= {"job_started_on": before(wanted_on, -40), "minimum_wage": MINIMUM_WAGE}
            found |= {"is_open_to_anyone": True, "is_preferred": True}
        else:
            found = {}
        shelf.add(
            Employment,
            participant=line.participant,
            wanted_on=wanted_on,
            job_goal=next(goals),
            asked_first=AskedFirst.TRAININGS if is_wrong else AskedFirst.NOTHING,
            search_started_on=min(before(wanted_on, -6), before(shelf.on, 1)),
            **found,
        )
