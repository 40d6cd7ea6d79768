"""What an import means for training sessions."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from alongside.records.models import StaffMember, Training

from .planner import Planner, Whose, as_text

SESSION = ("held_on", "topic", "hours", "method", "content", "employer_name", "employee_name", "county_signed_by")


def plan_training(planner: Planner, members: dict[str, StaffMember]) -> None:
    """Plan every session. One that differs in one cell from a session the file no longer has is that one, corrected."""
    told = planner.reading.tables.get("training", [])
    numbers = {fact["staff_id"] for fact in told}
    known: dict[Any, list[Training]] = defaultdict(list)
    ids = [members[number].pk for number in numbers if number in members]
    for session in (
        Training.objects.filter(staff_id__in=ids).select_related("training_sheet").order_by("created_at", "pk")
    ):
        known[session.staff_id].append(session)
    facts: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for fact in told:
        facts[fact["staff_id"]].append(fact)
    for number, sessions in facts.items():
        _sessions_of(planner, number, members[number], sessions, known[members[number].pk])


def _sessions_of(
    planner: Planner, number: str, member: StaffMember, told: list[dict[str, Any]], known: list[Training]
) -> None:
    whose = Whose("staff", number, planner.reading.people.get(("staff", number), "") or member.person.name)
    by_key: dict[tuple[Any, ...], Training | None] = {}
    times: Counter[tuple[Any, ...]] = Counter()
    for session in known:
        key = tuple(planner.as_told(session, name) for name in ("held_on", "topic", "content"))
        times[key] += 1
        by_key[*key, times[key]] = session
    times.clear()
    rest = []
    for fact in told:
        key = tuple(as_text(fact[name]) for name in ("held_on", "topic", "content"))
        times[key] += 1
        place = planner.reading.places["training"][fact["training_id"]]
        values = {name: fact[name] for name in SESSION}
        if (same := by_key.pop((*key, times[key]), None)) is None:
            rest.append((values, place))
        elif _is_signed(same):
            _stays(planner, whose, same, values)
        else:
            planner.compare(same, whose, place, values)
    free = [one for one in by_key.values() if one and one.imported_from and not _is_signed(one)]
    for values, place in rest:
        corrected = next((s for s in free if _differences(s, values) <= 1), None)
        if corrected is None:
            planner.add(Training, whose, place, {"staff": member, **values})
        else:
            free.remove(corrected)
            planner.compare(corrected, whose, place, values)
    if free and planner.reading.places["training"]:
        days = ", ".join(str(s.held_on) for s in free[:5])
        said = f"{whose.name} {number}: sessions of an earlier import that this file does not tell of stay ({days})."
        planner.plan.notes.append(said)


def _is_signed(session: Training) -> bool:
    """Signed on its own sheet here, and so frozen; a name that came with a file is no such signature."""
    return session.training_sheet is not None and session.training_sheet.county_signed_on is not None


def _stays(planner: Planner, whose: Whose, session: Training, values: dict[str, Any]) -> None:
    """What the county signed here stays, whatever a file says of it later."""
    told = {name: value for name, value in values.items() if name != "county_signed_by" and value}
    if any(getattr(session, name) != value for name, value in told.items()):
        said = f"{whose.name} {whose.subject}: the session of {session.held_on} is signed and stays as it was signed."
        planner.plan.notes.append(said)


def _differences(session: Training, values: dict[str, Any]) -> int:
    return sum((getattr(session, name) or None) != (values[name] or None) for name in SESSION)
