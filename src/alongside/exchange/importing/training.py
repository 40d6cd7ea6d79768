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
    for session in Training.objects.filter(staff_id__in=ids).order_by("created_at", "pk"):
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
        else:
            planner.compare(same, whose, place, values)
    free = [session for session in by_key.values() if session and session.imported_from]
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


def _differences(session: Training, values: dict[str, Any]) -> int:
    return sum((getattr(session, name) or None) != (values[name] or None) for name in SESSION)
