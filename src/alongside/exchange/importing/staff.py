"""What an import means for staff members and the papers of their jobs."""

from __future__ import annotations

import datetime
from collections import defaultdict
from typing import Any

from alongside.records.models import (
    BackgroundCheck,
    Credential,
    CredentialKind,
    Person,
    Provider,
    StaffMember,
)

from ..naming import plain
from .matching import plan_documents
from .plan import Place
from .planner import Planner, Whose

PEER = CredentialKind.CERTIFIED_PEER_SPECIALIST.value


def plan_staff(planner: Planner) -> dict[str, StaffMember]:
    """Plan every staff member the file tells of; returns those there are by number, planned ones among them."""
    members = {s.staff_number: s for s in StaffMember.objects.select_related("person", "provider")}
    by_number = {plain_number(number): member for number, member in members.items()}
    providers = {plain(p.name): p for p in Provider.objects.all()}
    papers = {model: _by_staff(model) for model in (Credential, BackgroundCheck)}
    for fact in planner.reading.tables.get("staff", []):
        number = fact["staff_number"]
        details = planner.reading.details["staff", number]
        whose = Whose("staff", number, details.get("name", ""))
        place = planner.reading.places["staff"][number]
        member = by_number.get(number)
        if member is not None and _is_somebody_else(planner, member, whose.name, fact["started_on"]):
            theirs = f"{member.name}, since {member.started_on}, who has this number in the program"
            fix = "Find out whose number it is and correct the other; for one person, correct the record first."
            planner.refuse(place, ("staff.staff_number", f"{whose.name}, since {fact['started_on']}", theirs, fix))
            planner.lost.add(("staff", number))
            continue
        provider = _provider(planner, whose, place, details.get("provider"), providers)
        values = {"started_on": fact["started_on"], "ended_on": fact["ended_on"], "title": details.get("title")}
        values["provider"] = provider
        if member is None:
            person = planner.add(Person, whose, place, _names(details.get("name", "")))
            told = {"person": person, "staff_number": number, **values}
            member = by_number[number] = planner.add(StaffMember, whose, place, told)
        else:
            _known_member(planner, whose, place, member, values, details)
        _papers(planner, whose, place, member, details, papers)
    return by_number


def plain_number(number: str) -> str:
    """A staff number as it is compared: without blanks, in capitals."""
    return "".join(number.split()).upper()


def _by_staff(model: type[Any]) -> dict[Any, list[Any]]:
    found: dict[Any, list[Any]] = defaultdict(list)
    for record in model.objects.order_by("created_at", "pk"):
        found[record.staff_id].append(record)
    return found


def _is_somebody_else(planner: Planner, member: StaffMember, name: str, started_on: datetime.date | None) -> bool:
    """Name and first day both differ, also from what a file told before. One alone is taken for a correction."""
    told = plain(" ".join(filter(None, (planner.as_told(member.person, p) for p in ("given_name", "family_name")))))
    has_other_name = bool(name) and bool(member.name) and plain(name) not in (plain(member.name), told)
    days = (str(member.started_on), planner.as_told(member, "started_on"))
    return has_other_name and None not in (started_on, member.started_on) and str(started_on) not in days


def _known_member(
    planner: Planner, whose: Whose, place: Place, member: StaffMember, values: dict[str, Any], details: dict[str, Any]
) -> None:
    name = details.get("name", "")
    if name and plain(name) != plain(member.person.name):
        planner.compare(member.person, whose, place, _names(name))
    planner.compare(member, whose, place, values)


def _names(name: str) -> dict[str, str]:
    """A name in two parts: “Rowan, Lee” as it stands; of “Lee Rowan” the last word is the family name."""
    if "," in name:
        family, _, given = name.partition(",")
    else:
        given, _, family = name.strip().rpartition(" ")
    return {"family_name": " ".join(family.split()), "given_name": " ".join(given.split())}


def _provider(
    planner: Planner, whose: Whose, place: Place, name: str | None, known: dict[str, Provider]
) -> Provider | None:
    if not name:
        return None
    provider = known.get(plain(name))
    if provider is None:
        provider = known[plain(name)] = planner.add(Provider, whose, place, {"name": name})
    return provider


def _papers(
    planner: Planner, whose: Whose, place: Place, member: StaffMember, details: dict[str, Any], papers: dict[Any, Any]
) -> None:
    owner = {"staff": member}
    if checked_on := details.get("background_check_on"):
        facts = [({"completed_on": checked_on}, place)]
        plan_documents(planner, whose, owner, BackgroundCheck, facts, papers[BackgroundCheck][member.pk])
    number, expires_on = details.get("certificate_number"), details.get("certificate_expires_on")
    if not number and not expires_on:
        return
    values = {"kind": PEER, "number": number, "expires_on": expires_on}
    peers = [c for c in papers[Credential][member.pk] if c.kind == PEER]
    known = next((c for c in peers if c.number == number), None) or next((c for c in peers if c.imported_from), None)
    if known is None:
        planner.add(Credential, whose, place, {**owner, **values})
    else:
        planner.compare(known, whose, place, values)
