"""Who looked at a participant's record, from the ledger, in words a person uses."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple
from uuid import UUID

from django.db import connection
from django.utils import timezone

from alongside.access.roles import Role

AT_ONCE = 100

# Tables in a person's words. What is not here is "your record".
THINGS = {
    "participant": "page",
    "service_plan": "service plan",
    "plan_line": "service plan",
    "support_plan": "support plan",
    "assessment": "assessment",
    "functional_screen": "screening",
    "coverage": "health coverage",
    "residence": "address",
    "service": "visits",
    "progress_note": "notes",
    "sign_off": "notes",
    "note_hold": "notes",
    "document": "signed papers",
    "rendering": "printed papers",
    "signature": "signed papers",
    "attachment": "attached papers",
    "incident_report": "incident report",
    "incident_step": "incident report",
    "discharge": "papers about leaving the program",
    "discharge_summary": "papers about leaving the program",
    "enrollment": "enrollment",
    "first_contact": "first request for services",
    "representative": "list of people who act for them",
    "own_words": "own words",
    "invitation": "codes for this page",
    "membership": "sign-in",
    "ledger": "list of who looked",
}
ROLES = {
    Role.ADMINISTRATOR: "runs the program’s accounts",
    Role.COORDINATOR: "program coordinator",
    Role.DIRECT_STAFF: "works with participants",
    Role.SUPERVISOR: "supervisor",
    Role.BILLER: "does the billing",
    Role.STATE_REVIEWER: "reviews for the state",
    Role.PARTICIPANT: "participant",
    Role.REPRESENTATIVE: "acts for {you}",
}
LISTS = ("search", "export")
DONE = {
    "read": "Looked at {your} {thing}",
    "print": "Printed {your} {thing}",
    "export": "Took a copy of {your} {thing}",
    "sign": "Signed a paper about {you}",
    "insert": "Wrote in {your} {thing}",
    "update": "Changed {your} {thing}",
    "delete": "Removed something from {your} {thing}",
}
# A signature is told once, as a signature; the rows it leaves behind are not told besides.
LEFT_BEHIND = {("insert", "document"), ("insert", "signature")}
# What staff report about abuse and neglect is not told to whoever acts for somebody: it may be about them.
KEPT_FROM_REPRESENTATIVES = {"incident_report", "incident_step", "note_hold", "own_words"}


class Looked(NamedTuple):
    """One entry, as the ledger has it."""

    entry: int
    at: datetime.datetime
    act: str
    about: str
    row_id: str
    detail: str
    name: str
    role: str | None


@dataclass
class Day:
    """What one person did on one day, each thing once, newest first."""

    name: str
    role: str
    day: datetime.date
    done: dict[str, list[datetime.datetime]] = field(default_factory=dict)


def who_looked(participant: UUID, *, before: int | None = None, most: int = AT_ONCE) -> list[Looked]:
    """Entries about one participant, newest first, from before an entry. Not one's own, nor the system's."""
    with connection.cursor() as cursor:
        cursor.execute("select * from alongside_who_looked(%s, %s, %s)", [participant, before, most])
        return [Looked(*row) for row in cursor.fetchall()]


def told(entries: list[Looked]) -> list[Looked]:
    """Without what another entry tells already."""
    return [entry for entry in entries if (entry.act, entry.about) not in LEFT_BEHIND]


def for_representatives(entries: list[Looked], notes_of_their_own: set[str]) -> list[Looked]:
    """Without what is the participant's alone."""
    return [
        entry
        for entry in entries
        if entry.about not in KEPT_FROM_REPRESENTATIVES
        and entry.row_id not in notes_of_their_own
        and entry.role != Role.PARTICIPANT
    ]


def by_day(entries: list[Looked], *, your: str, you: str) -> list[Day]:
    """The entries as days: who, in what role, and what, in words."""
    days = []
    for (day, name, role), group in groupby(entries, key=_whose_day):
        one = Day(name, ROLES.get(Role(role), "").format(you=you) if role else "no longer works here", day)
        for entry in group:
            moments = one.done.setdefault(in_words(entry, your=your, you=you), [])
            moments.append(entry.at)
        days.append(one)
    return days


def in_words(entry: Looked, *, your: str, you: str) -> str:
    """What was done, as a sentence without a full stop."""
    if entry.act in LISTS and entry.detail and not entry.row_id:
        shown = entry.detail.split(" ")[0]
        if entry.act == "export":
            return f"Took out a list of {shown} with {your} name on it"
        others = "Saw a list with only {your} name on it" if shown == "1" else "Saw {your} name on a list of {shown}"
        return others.format(your=your, shown=shown)
    thing = THINGS.get(entry.about, "record").replace("for them", f"for {you}")
    return DONE.get(entry.act, "Used {your} {thing}").format(your=your, you=you, thing=thing)


def _whose_day(entry: Looked) -> tuple[datetime.date, str, str | None]:
    return timezone.localtime(entry.at).date(), entry.name, entry.role
