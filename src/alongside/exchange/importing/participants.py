"""What an import means for participants and everything recorded of them."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from alongside.records.models import (
    Assessment,
    Coverage,
    Discharge,
    Enrollment,
    FunctionalScreen,
    Participant,
    ProgramRecord,
    Residence,
    ServicePlan,
)
from alongside.records.order import problems_across

from ..naming import plain
from .matching import Fact, plan_documents, plan_periods
from .plan import CHANGE, Place
from .planner import Planner, Whose

DOCUMENTS: tuple[type[ProgramRecord], ...] = (FunctionalScreen, Assessment, ServicePlan)
PERIODS: tuple[tuple[type[ProgramRecord], str], ...] = ((Coverage, "plan"), (Residence, "setting"))


def plan_participants(planner: Planner) -> None:
    """Plan every participant the file tells of."""
    people = planner.reading.tables.get("participant", [])
    ids = [fact["medicaid_id"] for fact in people]
    known = {p.medicaid_id: p for p in Participant.objects.filter(medicaid_id__in=ids)}
    models: list[type[ProgramRecord]] = [Enrollment, Discharge, *DOCUMENTS, *(model for model, _ in PERIODS)]
    records = {model: _by_participant(model, ids) for model in models}
    facts = {model: _facts(planner, model._meta.db_table) for model in models}
    for fact in people:
        medicaid_id = fact["medicaid_id"]
        whose = Whose("participant", medicaid_id, planner.reading.people["participant", medicaid_id])
        participant = _participant(planner, whose, fact, known.get(medicaid_id))
        if participant is None:
            continue
        owner = {"participant": participant}
        mine = {model: records[model][participant.pk] for model in models}
        told = {model: facts[model][medicaid_id] for model in models}
        _enrollments(
            planner, whose, participant, (told[Enrollment], told[Discharge]), (mine[Enrollment], mine[Discharge])
        )
        for model in DOCUMENTS:
            plan_documents(planner, whose, owner, model, told[model], mine[model])
        for model, what in PERIODS:
            plan_periods(planner, whose, owner, model, told[model], mine[model], what)


def _by_participant(model: type[Any], ids: list[str]) -> dict[Any, list[Any]]:
    found: dict[Any, list[Any]] = defaultdict(list)
    for record in model._default_manager.filter(participant__medicaid_id__in=ids).order_by("created_at", "pk"):
        found[record.participant_id].append(record)
    return found


def _facts(planner: Planner, table: str) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in planner.reading.tables.get(table, []):
        place = planner.reading.places[table][fact[f"{table}_id"]]
        values = {name: value for name, value in fact.items() if name not in (f"{table}_id", "participant_id")}
        found[fact["participant_id"]].append((values, place))
    return found


def _participant(planner: Planner, whose: Whose, fact: dict[str, Any], known: Participant | None) -> Participant | None:
    place = planner.reading.places["participant"][fact["participant_id"]]
    details = planner.reading.details["participant", whose.subject]
    values = {"born_on": fact["born_on"], **details}
    if known is None:
        added: Participant = planner.add(Participant, whose, place, {"medicaid_id": whose.subject, **values})
        return added
    if _is_somebody_else(planner, known, values):
        theirs = f"{known.name}, born {known.born_on}, who has this Medicaid id in the program"
        fix = "Find out whose id it is and correct the other; for one person, correct the record first."
        planner.refuse(place, ("participant.medicaid_id", f"{whose.name}, born {fact['born_on']}", theirs, fix))
        planner.lost.add(("participant", whose.subject))
        return None
    planner.compare(known, whose, place, values)
    if planner.plan.changes[-1].action == CHANGE:
        _refuse_order(planner, place, known)
    return known


def _is_somebody_else(planner: Planner, known: Participant, values: dict[str, Any]) -> bool:
    """Name and date of birth both differ, also from what a file told before. One alone is taken for a correction."""
    name = plain(f"{values['given_name']} {values['family_name']}")
    told = plain(" ".join(filter(None, (planner.as_told(known, part) for part in ("given_name", "family_name")))))
    has_other_name = bool(name) and bool(known.name) and name not in (plain(known.name), told)
    born_on, days = values["born_on"], (str(known.born_on), planner.as_told(known, "born_on"))
    return has_other_name and None not in (born_on, known.born_on) and str(born_on) not in days


def _enrollments(
    planner: Planner, whose: Whose, participant: Participant, told: tuple[list[Fact], list[Fact]],
    existing: tuple[Sequence[Enrollment], Sequence[Discharge]],
) -> None:  # fmt: skip
    ended = {d.enrollment_id: d for d in existing[1]}
    endings = {place: values for values, place in told[1]}
    free = list(existing[0])
    for values, place in sorted(told[0], key=lambda fact: fact[0]["enrolled_on"]):
        ending = endings.get(place)
        match = _same_enrollment(planner, free, ended, values["enrolled_on"], ending and ending["discharged_on"])
        if match is not None:
            free.remove(match)
            planner.compare(match, whose, place, values)
            if planner.plan.changes[-1].action == CHANGE:
                _refuse_order(planner, place, match)
        elif last := _not_over(free, ended, values["enrolled_on"]):
            fix = "Correct the day, or record the discharge first."
            planner.refuse(place, ("enrollment.enrolled_on", str(values["enrolled_on"]), last, fix))
            continue
        else:
            match = planner.add(Enrollment, whose, place, {"participant": participant, **values})
        _ending(planner, whose, match, place, ending, ended.get(match.pk))


def _same_enrollment(
    planner: Planner, free: Sequence[Enrollment], ended: dict[Any, Discharge], enrolled_on: datetime.date,
    discharged_on: Any,
) -> Enrollment | None:  # fmt: skip
    def fits(test: Any) -> Enrollment | None:
        return next((e for e in free if test(e)), None)

    return (
        fits(lambda e: e.enrolled_on == enrolled_on)
        or fits(lambda e: planner.as_told(e, "enrolled_on") == str(enrolled_on))
        or fits(lambda e: discharged_on is not None and e.pk in ended and ended[e.pk].discharged_on == discharged_on)
        or fits(lambda e: e.pk not in ended)
    )


def _not_over(free: Sequence[Enrollment], ended: dict[Any, Discharge], enrolled_on: datetime.date) -> str:
    """What is expected of a new enrollment's day, where an ended one on record was not over by then."""
    days = [d for e in free if e.pk in ended and (d := ended[e.pk].discharged_on) is not None and d > enrolled_on]
    return f"a day no earlier than the discharge on record ({max(days)})" if days else ""


def _ending(
    planner: Planner, whose: Whose, enrollment: Enrollment, place: Place, told: dict[str, Any] | None, known: Any
) -> None:
    if told is None:
        if known is not None:
            said = f"{whose.name} {whose.subject}: the file no longer tells of the discharge on {known.discharged_on}."
            planner.plan.notes.append(f"{said} The record stays; correct it on the participant's page if it is wrong.")
        return
    if known is None:
        owner = {"participant": enrollment.participant, "enrollment": enrollment}
        planner.add(Discharge, whose, place, {**owner, **told})
        return
    planner.compare(known, whose, place, told)
    if planner.plan.changes[-1].action == CHANGE:
        _refuse_order(planner, place, known)


def _refuse_order(planner: Planner, place: Place, record: ProgramRecord) -> None:
    for problem in problems_across(record):
        field = f"{record._meta.db_table}.{problem.field}"
        planner.refuse(place, (field, problem.found, problem.expected, problem.fix))
