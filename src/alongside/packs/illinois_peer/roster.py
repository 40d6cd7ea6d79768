"""Who is on a team on a day, who of them is certified, and on which days nobody was."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import ibis
from ibis import _
from ibis.expr.types import Table

from alongside.facts.contract import FactTable
from alongside.facts.tables import credential, extension, staff, team_member
from alongside.law import after, earliest, its
from alongside.law.rule import Step

from .gathering import gather, look

CERTIFIES = ("crss", "cfpp")
PEERS = ("crss", "cprs")
_ALWAYS, _EVER = ibis.date(1900, 1, 1), ibis.date(2199, 12, 31)


def _with_their_job(members: Table) -> Table:
    """Every stretch somebody is on a team and employed, with their number and day of hire."""
    jobs = staff.stored
    of = jobs.select(who=jobs.staff_id, number=jobs.staff_number, hired_on=jobs.started_on, left_on=jobs.ended_on)
    both = members.left_join(of, members.staff_id == of.who)
    return both.select(
        team_id=both.team_id,
        staff_id=both.staff_id,
        number=both.number,
        hired_on=both.hired_on,
        has_lived_experience=both.has_lived_experience,
        from_on=both.starts_on.fill_null(_ALWAYS),
        to_on=ibis.least(both.ends_on.fill_null(_EVER), both.left_on.fill_null(_EVER)),
    )


def _holding(*kinds: str) -> FactTable:
    """Stretches on a team with a credential of these kinds in force."""

    def certified(members: Table) -> Table:
        people, papers = _with_their_job(members), credential.stored
        papers = papers.filter(papers.kind.isin(kinds)).select(
            whose=papers.staff_id,
            valid_from=papers.issued_on.fill_null(_ALWAYS),
            valid_to=papers.expires_on.fill_null(_EVER),
        )
        both = people.join(papers, people.staff_id == papers.whose)
        stretch = both.select(
            team_id=both.team_id,
            staff_id=both.staff_id,
            from_on=ibis.greatest(both.from_on, both.valid_from),
            to_on=ibis.least(both.to_on, both.valid_to),
        )
        return stretch.filter(stretch.from_on <= stretch.to_on)

    return replace(team_member, derived=certified)


on_team = replace(team_member, derived=_with_their_job)
with_crss_or_cfpp = _holding(*CERTIFIES)
with_crss_or_cprs = _holding(*PEERS)
_today = (_.from_on <= its.asked_on) & (_.to_on >= its.asked_on)

CERTIFIED = gather(
    ("team_id", "asked_on"),
    look(with_crss_or_cfpp, "team_id", _today, certified=_.staff_id.nunique()),
    look(with_crss_or_cprs, "team_id", _today, peers=_.staff_id.nunique()),
    look(on_team, "team_id", _today, lived=_.staff_id.nunique(where=_.has_lived_experience)),
    look(with_crss_or_cfpp, "team_id", _.from_on > its.asked_on, next_from_on=_.from_on.min()),
    look(with_crss_or_cfpp, "team_id", _today, next_to_on=_.to_on.min()),
    look(with_crss_or_cprs, "team_id", _.from_on > its.asked_on, next_peer_from_on=_.from_on.min()),
    look(with_crss_or_cprs, "team_id", _today, next_peer_to_on=_.to_on.min()),
    look(on_team, "team_id", _today, next_left_on=_.to_on.min()),
)
CHANGES = {
    "changes_next_on": earliest(
        _.next_from_on,
        after(_.next_to_on, days=1),
        _.next_peer_from_on,
        after(_.next_peer_to_on, days=1),
        after(_.next_left_on, days=1),
    )
}


def _with_number(rows: Table) -> Table:
    people = staff.stored
    of = people.select(who=people.staff_id, number=people.staff_number)
    return rows.left_join(of, rows.staff_id == of.who).drop("who")


numbered_extension = replace(extension, derived=_with_number)
# For everybody on the team, or for the one who has no credential.
EXTENDED = gather(
    ("team_id", "asked_on", "peerless_number"),
    look(
        numbered_extension,
        "team_id",
        (_.approved_on <= its.asked_on) & (_.staff_id.isnull() | (_.number == its.peerless_number)),
        extended_to=_.ends_on.max(),
    ),
)


def lacking(holding: FactTable, named: str) -> Step:
    """Of the people with lived experience on the team that day those without such a credential: how many, the number
    of one of them, and who was hired first; and how many of the others nobody told whether they have it."""

    def step(subject: Table) -> Table:
        asked = subject.select(its_key=subject.law_key, its_team=subject.team_id, day=subject.asked_on)
        people, papers = on_team.rows(), holding.rows()
        that_day = [asked.its_team == people.team_id, people.from_on <= asked.day, people.to_on >= asked.day]
        here = asked.join(people, that_day)
        have = papers.select(
            held_team=papers.team_id, held_by=papers.staff_id, held_from=papers.from_on, held_to=papers.to_on
        )
        both = here.left_join(
            have,
            [
                here.team_id == have.held_team,
                here.staff_id == have.held_by,
                here.day >= have.held_from,
                here.day <= have.held_to,
            ],
        )
        without = both.filter(both.held_by.isnull())
        is_lived = without.has_lived_experience.fill_null(False)
        found = without.group_by(of_key=without.its_key).aggregate(
            **{
                named: without.staff_id.nunique(where=is_lived),
                f"{named}_number": without.number.max(where=is_lived),
                f"{named}_hired_on": without.hired_on.min(where=is_lived),
                f"{named}_untold": without.staff_id.nunique(where=without.has_lived_experience.isnull()),
            }
        )
        joined: Any = subject.left_join(found, [("law_key", "of_key")]).drop("of_key")
        counts = (named, f"{named}_untold")
        return joined.mutate(**{name: joined[name].fill_null(ibis.literal(0).cast("int64")) for name in counts})

    return step


def days_without(subject: Table) -> Table:
    """How many days up to the day asked nobody on the team was CRSS or CFPP, and since when nobody is.

    A gap begins with the team, or the day after a certified stretch ends, where no other covers that day.
    """
    of_team = {"its_key": subject.law_key, "its_team": subject.team_id}
    asked = subject.select(**of_team, first=subject.starts_on, day=subject.asked_on)
    held = with_crss_or_cfpp.rows().select("team_id", "from_on", "to_on")
    ended = asked.join(held, asked.its_team == held.team_id)
    ended = ended.filter(ended.first.isnull() | (ended.to_on >= ended.first))
    marks = ended.select(its_key=ended.its_key, its_team=ended.its_team, day=ended.day, mark=after(ended.to_on, days=1))
    own = asked.filter(asked.first.notnull())
    begun = own.select(its_key=own.its_key, its_team=own.its_team, day=own.day, mark=own.first)
    marks = marks.union(begun, distinct=True)
    marks = marks.filter(marks.mark <= marks.day)
    other = held.view()
    both = marks.left_join(other, marks.its_team == other.team_id)
    gaps = both.group_by("its_key", "day", "mark").aggregate(
        is_covered=((both.from_on <= both.mark) & (both.to_on >= both.mark)).any(),
        next_on=both.from_on.min(where=both.from_on > both.mark),
    )
    gaps = gaps.filter(~gaps.is_covered.fill_null(False))
    ahead = after(gaps.day, days=1)
    gaps = gaps.mutate(gap_to=ibis.least(gaps.next_on.fill_null(ahead), ahead))
    found = gaps.group_by(of_key=gaps.its_key).aggregate(
        days_without=(gaps.gap_to.epoch_days() - gaps.mark.epoch_days()).sum(),
        without_since_on=gaps.mark.max(where=gaps.gap_to > gaps.day),
    )
    joined = subject.left_join(found, [("law_key", "of_key")]).drop("of_key")
    return joined.mutate(days_without=joined.days_without.fill_null(0))
