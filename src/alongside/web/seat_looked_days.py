"""Who looked, day by day, in sentences."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from itertools import groupby

from django.utils import timezone

from alongside.access.roles import Role

from .seat_looked import Looked
from .seat_looked_words import DONE, LISTS, ROLES, THINGS, WHOLE


@dataclass
class Day:
    """What one person did on one day, each thing once, newest first."""

    name: str
    role: str
    day: datetime.date
    done: dict[str, list[datetime.datetime]] = field(default_factory=dict)


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
    if (entry.act, entry.about) in WHOLE:
        return WHOLE[entry.act, entry.about].format(your=your, you=you)
    thing = THINGS.get(entry.about, "record").replace("for them", f"for {you}")
    return DONE.get(entry.act, "Used {your} {thing}").format(your=your, you=you, thing=thing)


def _whose_day(entry: Looked) -> tuple[datetime.date, str, str | None]:
    return timezone.localtime(entry.at).date(), entry.name, entry.role
