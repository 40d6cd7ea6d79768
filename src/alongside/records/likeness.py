"""Who, of those a program knows, could be the person about to be recorded: before one human being has two records.

Names are compared without case, accents, hyphens and order; one slip of the pen in a name, a date or an id is allowed
for. Nothing here decides: it names candidates and says what is alike.
"""

from __future__ import annotations

import datetime
import unicodedata
from dataclasses import dataclass
from uuid import UUID

from .models import Participant

LONG_ENOUGH = 5  # letters of a whole name from which one slip still leaves it recognizable
MOST = 6


@dataclass(frozen=True)
class Alike:
    """Somebody known who is like the person asked about, and in what."""

    participant: Participant
    reasons: tuple[str, ...]

    @property
    def because(self) -> str:
        """The reasons as the end of a sentence."""
        *most, last = self.reasons
        return f"{', '.join(most)} and {last}" if most else last


@dataclass(frozen=True)
class Asked:
    """The person about to be recorded."""

    medicaid_id: str
    family_name: str
    given_name: str
    born_on: datetime.date | None


def same_id(program_id: UUID, medicaid_id: str) -> Participant | None:
    """The participant of the program who has this Medicaid id."""
    return Participant.objects.filter(program_id=program_id, medicaid_id=medicaid_id).first()


def alike(program_id: UUID, asked: Asked) -> list[Alike]:
    """Candidates, those with the most in common first; at most a handful. Whoever has the very id is not among them."""
    rows = Participant.objects.filter(program_id=program_id).exclude(medicaid_id=asked.medicaid_id)
    found: dict[UUID, tuple[str, ...]] = {}
    for key, *known in rows.values_list("pk", "medicaid_id", "family_name", "given_name", "born_on"):
        if reasons := tuple(_reasons(asked, Asked(*known))):
            found[key] = reasons
    first = sorted(found, key=lambda key: -len(found[key]))[:MOST]
    people = Participant.objects.in_bulk(first)
    return [Alike(people[key], found[key]) for key in first]


def _reasons(asked: Asked, known: Asked) -> list[str]:
    reasons = []
    born = _birth(asked.born_on, known.born_on)
    name = _name(asked, known)
    if name and (born or None in (asked.born_on, known.born_on)):
        reasons.append(name)
        reasons.append(born or "a date of birth is not recorded")
    if is_one_slip(asked.medicaid_id, known.medicaid_id):
        reasons.append("a Medicaid id that differs by one digit, or by two that changed places")
        reasons += [word for word in (name, born) if word and word not in reasons]
    return reasons


def _name(asked: Asked, known: Asked) -> str:
    one, other = _plain(asked), _plain(known)
    if one and one == other:
        return "the same name"
    short = min(len("".join(one)), len("".join(other)))
    return "a name one letter away" if short >= LONG_ENOUGH and is_one_slip(" ".join(one), " ".join(other)) else ""


def _birth(one: datetime.date | None, other: datetime.date | None) -> str:
    if one is None or other is None:
        return ""
    if one == other:
        return "the same date of birth"
    if (one.year, one.month, one.day) == (other.year, other.day, other.month):
        return "a date of birth with day and month changed about"
    return "a date of birth one digit away" if is_one_slip(one.isoformat(), other.isoformat()) else ""


def _plain(person: Asked) -> tuple[str, ...]:
    """The words of a name in alphabetical order, without case and accents."""
    letters = unicodedata.normalize("NFKD", f"{person.given_name} {person.family_name}".casefold())
    kept = "".join(c if c.isalnum() else " " for c in letters if not unicodedata.combining(c) and c not in "'’`")
    return tuple(sorted(kept.split()))


def is_one_slip(one: str, other: str) -> bool:
    """Whether one differs from the other by a single character put in, left out or changed, or two changed about."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    if len(a) == len(b):
        return a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
    return a[1:] == b or a == b[1:]
