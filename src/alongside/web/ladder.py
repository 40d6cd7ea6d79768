"""The ladder of supervision above a staff member, as their page draws it: each rung, what breaks it and what will."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from uuid import UUID

from alongside.law import Citation
from alongside.packs.illinois_peer.quotes import SUPERVISED, TOP
from alongside.records.models import StaffMember, Supervision
from alongside.reviews import chains

from .ladder_ends import AHEAD, End, ends_of

HIGHEST_LADDER = 6
MOST_LADDERS = 4


@dataclass(frozen=True)
class Rung:
    """One person on the way up. `link` leads to whoever is below; `breaks` says why the way ends here, if it does."""

    member: StaffMember
    rank: int | None
    link: Supervision | None = None
    breaks: str = ""

    @property
    def tier(self) -> str:
        """The tier in letters, or that it is not told."""
        return standing(self.rank)


@dataclass(frozen=True)
class Ladder:
    """Every way up on a day, each from the top down, and whether one of them holds."""

    on: datetime.date
    ways: list[list[Rung]]
    is_needed: bool
    holds: bool
    is_known: bool
    holds_to: datetime.date | None = None
    ends: list[End] = field(default_factory=list)
    cites: tuple[Citation, ...] = (SUPERVISED, TOP)

    @property
    def answer(self) -> str:
        """The answer, in the words of every other."""
        if not self.is_needed:
            return "does not apply"
        return "met" if self.holds else "not met" if self.is_known else "facts missing"

    @property
    def breaks(self) -> list[str]:
        """What breaks each way, once."""
        found = [rung.breaks for way in self.ways for rung in way if rung.breaks]
        return [] if self.holds or not self.is_needed else list(dict.fromkeys(found))


def ladder_of(member: StaffMember, on: datetime.date) -> Ladder:
    """The ladder of one staff member on a day."""
    trails = _trails(member, on)
    people = {rung.pk: rung for trail in trails for rung, _ in trail} | {member.pk: member}
    held = chains.held_by(people)
    ranks = {key: chains.highest(held.get(key, ()), on) if _works(one, on) else 0 for key, one in people.items()}
    own, ways = ranks[member.pk], chains.ways_up(member.pk)
    needed = not chains.needs_nobody(own)
    until = on + datetime.timedelta(days=AHEAD)
    holds = chains.holds(ways, own, on)
    to = chains.holds_to(ways, own, on, until) if needed and holds else None
    drawn = [_drawn(trail, ranks, on, needed=needed) for trail in trails]
    return Ladder(
        on=on, ways=drawn, is_needed=needed, holds=holds, is_known=None not in ranks.values(), holds_to=to,
        ends=ends_of(people.values(), on, until) if holds or not needed else [],
    )  # fmt: skip


def standing(rank: int | None) -> str:
    """A rank in words."""
    return "tier not recorded" if rank is None else chains.TIER_OF.get(rank, "outside the tiers")


def _works(member: StaffMember, on: datetime.date) -> bool:
    begun = member.started_on is None or member.started_on <= on
    return begun and (member.ended_on is None or member.ended_on >= on)


Trail = list[tuple[StaffMember, Supervision | None]]


def _trails(member: StaffMember, on: datetime.date) -> list[Trail]:
    """Every way up by the links in force, from the bottom up; no further than a person met before."""
    found: list[Trail] = []
    waiting: list[Trail] = [[(member, None)]]
    while waiting and len(found) < MOST_LADDERS:
        trail = waiting.pop(0)
        links = _above(trail[-1][0].pk, on) if len(trail) < HIGHEST_LADDER else []
        known = {one.pk for one, _ in trail}
        onward = [link for link in links if link.supervisor and link.supervisor_id not in known]
        waiting += [[*trail, (link.supervisor, link)] for link in onward if link.supervisor]
        if not onward:
            found.append(trail)
    return found


def _above(staff_id: UUID, on: datetime.date) -> list[Supervision]:
    links = Supervision.objects.filter(staff_id=staff_id).current(on)
    return list(links.select_related("supervisor__person").order_by("starts_on", "pk"))


def _drawn(trail: Trail, ranks: dict[UUID, int | None], on: datetime.date, *, needed: bool) -> list[Rung]:
    rungs: list[Rung] = []
    below: Rung | None = None
    for nth, (member, link) in enumerate(trail):
        is_last = nth == len(trail) - 1
        said = _wrong(member, ranks[member.pk], below, on) if below else ""
        if not said and is_last and needed and ranks[member.pk] != chains.TOP:
            said = f"Nobody is recorded who supervises {member.name}, and {member.name} is no LPHA."
        below = Rung(member, ranks[member.pk], link, said)
        rungs.append(below)
    return rungs[::-1]


def _wrong(member: StaffMember, rank: int | None, below: Rung, on: datetime.date) -> str:
    if not _works(member, on):
        return f"{member.name} does not work here on this day."
    if rank is None:
        return f"What qualifies {member.name} is not recorded."
    if below.rank is not None and rank <= below.rank:
        return f"{member.name} ({standing(rank)}) is not of a higher tier than {below.member.name} ({below.tier})."
    return ""
