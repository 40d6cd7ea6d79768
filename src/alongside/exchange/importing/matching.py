"""Which record a row of a later import is about: the same one, a newer one, or a correction of what was imported."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from alongside.records.models import ProgramRecord

from .planner import Planner, Whose, as_text

Fact = tuple[dict[str, Any], tuple[str, int]]


def plan_documents(
    planner: Planner, whose: Whose, owner: dict[str, Any], model: type[ProgramRecord], facts: Sequence[Fact],
    existing: Sequence[Any], day: str = "completed_on",
) -> None:  # fmt: skip
    """Dated documents: the same day is the same one, a later day a new one, an earlier day corrects the import's."""
    free = sorted(existing, key=lambda r: getattr(r, day) or datetime.date.min)
    rest: list[Fact] = []
    for values, place in sorted(facts, key=lambda fact: fact[0][day] or datetime.date.min):
        same = next((r for r in free if getattr(r, day) == values[day]), None)
        same = same or next((r for r in free if planner.as_told(r, day) == as_text(values[day])), None)
        if same is None:
            rest.append((values, place))
            continue
        free.remove(same)
        planner.compare(same, whose, place, values)
    for values, place in rest:
        corrected = next((r for r in reversed(free) if r.imported_from and _is_corrected(r, values, day)), None)
        if corrected is None:
            planner.add(model, whose, place, {**owner, **values})
        else:
            free.remove(corrected)
            planner.compare(corrected, whose, place, values)


def _is_corrected(record: Any, values: dict[str, Any], day: str) -> bool:
    was = getattr(record, day)
    return was is None or values[day] is None or values[day] < was


def plan_periods(
    planner: Planner, whose: Whose, owner: dict[str, Any], model: type[ProgramRecord], facts: Sequence[Fact],
    existing: Sequence[Any], told: str,
) -> None:  # fmt: skip
    """Coverage and residence: what the import recorded as current is updated. What a person recorded as current stands.

    `told` is the field that says what it is (plan, setting).
    """
    on = planner.plan.on
    free = list(existing)
    for values, place in facts:
        match = _same_period(planner, free, values, on)
        if match is None:
            planner.add(model, whose, place, {**owner, **values})
            continue
        free.remove(match)
        known = {name: value for name, value in values.items() if name not in ("starts_on", "ends_on")}
        # What belongs to another place, such as its beds, goes with it.
        moved = bool(values[told]) and getattr(match, told) != values[told]
        planner.compare(match, whose, place, values if match.imported_from else known, replaces=moved)


def _same_period(planner: Planner, free: Sequence[Any], values: dict[str, Any], on: datetime.date) -> Any | None:
    # As the file before told them: a day corrected here since is still the same period's.
    told = [(r, planner.as_told(r, "starts_on"), planner.as_told(r, "ends_on")) for r in free if r.imported_from]
    starts_on, ends_on = as_text(values["starts_on"]), as_text(values["ends_on"])
    for record, *days in told:
        if days == [starts_on, ends_on]:
            return record
    for record, began, ended in told:
        if ended is None and began in (None, starts_on):
            return record
    if values["ends_on"] is not None:
        return None
    by_hand = [r for r in free if not r.imported_from and (r.ends_on is None or r.ends_on >= on)]
    return max(by_hand, key=lambda r: r.starts_on or datetime.date.min, default=None)
