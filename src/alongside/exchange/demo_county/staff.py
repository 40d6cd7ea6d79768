"""The staff members of the demo county, with the papers that go with a job."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from alongside.records.models import (
    BackgroundCheck,
    Credential,
    CredentialKind,
    Person,
    Provider,
    ProviderKind,
    StaffMember,
)  # fmt: skip

from .names import names
from .orientation import add_exemptions, add_trainings
from .shelf import Shelf, before, day_of_month_kept, months_after
from .stories import ORDERLY_STAFF, TROUBLED_STAFF, dealt


@dataclass(frozen=True)
class Employer:
    """A provider to invent: what it is called, what it is, and the titles of those who work there, one for each."""

    name: str
    kind: ProviderKind
    titles: tuple[str, ...]


PRESSING = "newcomer due this week"
COORDINATION = ("Service coordinator",) * 9 + ("Supervisor",) * 2 + ("Functional screener",) * 3
JUNIPER = (
    Employer("Juniper County Human Services", ProviderKind.PROGRAM_AGENCY, COORDINATION),
    Employer("Open Door Peer Support", ProviderKind.PEER_SUPPORT, ("Peer specialist",) * 15 + ("Supervisor",)),
    Employer("Cedar House CBRF", ProviderKind.CBRF, ("Community living worker",) * 14),
    Employer("Lakeside Adult Family Home", ProviderKind.ADULT_FAMILY_HOME, ("Community living worker",) * 9),
    Employer("WorkWell Supported Employment", ProviderKind.SUPPORTED_EMPLOYMENT, ("Employment specialist",) * 11),
)
HERON_BEND = (
    Employer("Heron Bend Nation Wellness", ProviderKind.PROGRAM_AGENCY, ("Service coordinator",) * 3),
    Employer("River Path Peer Support", ProviderKind.PEER_SUPPORT, ("Peer specialist",) * 3),
)


def add_staff(shelf: Shelf, employers: Sequence[Employer], *, first_peer: tuple[str, str] | None = None) -> None:
    """Put providers, staff members and their papers on the shelf. `first_peer` names the first peer specialist."""
    jobs = [(employer, title) for employer in employers for title in employer.titles]
    providers = {employer: shelf.add(Provider, name=employer.name, kind=employer.kind) for employer in employers}
    stories = _dealt_to(shelf, jobs)
    drawn = names(shelf.chance)
    for n, ((employer, title), story) in enumerate(zip(jobs, stories, strict=True), start=1):
        family, given = next(drawn)
        if title == "Peer specialist" and first_peer is not None:
            (family, given), first_peer = first_peer, None
        email = f"{given}.{family}@staff.example".lower()
        person = shelf.add(Person, family_name=family, given_name=given, email=email)
        started_on = _started_on(shelf, story)
        staff = shelf.add(
            StaffMember,
            person=person,
            provider=providers[employer],
            staff_number=f"E{n:03d}",
            title=title,
            started_on=started_on,
            ended_on=shelf.ago(10, 90) if story == "left" else None,
        )
        _add_papers(shelf, staff, story)
        add_trainings(shelf, staff, story)
        add_exemptions(shelf, staff, story)


def _dealt_to(shelf: Shelf, jobs: Sequence[tuple[Employer, str]]) -> list[str]:
    """A story for each job. Those about certificates go to peer specialists, the most pressing to the first of them."""
    stories = dealt(TROUBLED_STAFF, ORDERLY_STAFF, people=len(jobs))
    shelf.chance.shuffle(stories)
    peers = [n for n, (_, title) in enumerate(jobs) if title == "Peer specialist"]
    if PRESSING in stories:
        n = stories.index(PRESSING)
        stories[n], stories[peers[0]] = stories[peers[0]], PRESSING
    for n, story in enumerate(stories):
        if story.startswith("certificate") and n not in peers[1:]:
            swap = next(p for p in peers[1:] if not stories[p].startswith("certificate"))
            stories[n], stories[swap] = stories[swap], story
    return stories


def _started_on(shelf: Shelf, story: str) -> datetime.date:
    if story == "newcomer":
        return shelf.ago(10, 70)
    if story == "newcomer due this week":
        week = [day for day in (before(shelf.on, -n) for n in range(1, 7)) if day.day <= 28]
        return months_after(shelf.chance.choice(week), -3)
    if story == "here before the rule":
        return before(datetime.date(2018, 6, 25), shelf.chance.randint(0, 1500))
    return day_of_month_kept(shelf.ago(130, 1500))


def _add_papers(shelf: Shelf, staff: StaffMember, story: str) -> None:
    checked_on = shelf.ago(1480, 1700) if story == "background check too old" else shelf.ago(20, 1200)
    days = {"disclosure_on": before(checked_on, 6), "justice_on": before(checked_on, 2), "letter_on": checked_on}
    shelf.add(BackgroundCheck, staff=staff, completed_on=checked_on, confirmed_on=checked_on, **days)
    if staff.title != "Peer specialist":
        return
    expires_on = before(shelf.on, -shelf.chance.randint(90, 640))
    if story == "certificate expired":
        expires_on = shelf.ago(5, 60)
    elif story == "certificate runs out soon":
        expires_on = before(shelf.on, -shelf.chance.randint(6, 40))
    shelf.add(
        Credential,
        staff=staff,
        kind=CredentialKind.CERTIFIED_PEER_SPECIALIST,
        number=f"WI-{shelf.chance.randint(1000, 9999)}",
        issuer="Wisconsin Certified Peer Specialists",
        issued_on=months_after(expires_on, -24),
        expires_on=expires_on,
    )
