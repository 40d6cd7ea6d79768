"""What a team's page shows of its clock: the rule of its kind, in whose words, and who counts toward it today."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from alongside.law.rule import DOES_NOT_APPLY
from alongside.records.models import Team, TeamMember
from alongside.reviews.ask import ask, pack_in_context

from .shown import Shown, live

RULES = {"act": "IL-CRED-ACT", "cst": "IL-CRED-CST", "crisis_590": "IL-CRED-590"}
COUNTS = {"act": ("crss", "cfpp"), "cst": ("crss", "cfpp"), "crisis_590": ("crss", "cprs")}
# What the clock of each kind is, before the rule's own words.
CLOCKS = {
    "act": "Without a CRSS or CFPP, a person with lived experience has 18 months from the day of hire. "
    "Nobody can add to them.",
    "cst": "At least one CRSS or CFPP, every day. No time is allowed.",
    "crisis_590": "One year from the day of hire to obtain CRSS or CPRS. The program manager of the grant can allow "
    "more.",
}


@dataclass(frozen=True)
class OnTeam:
    """Somebody's time on the team, and the certificate that counts on the day, with its last day."""

    row: TeamMember
    is_now: bool
    counts_by: str
    counts_to: datetime.date | None


def clock_of(team: Team, on: datetime.date) -> Shown | None:
    """The answer of the rule for the team's kind; None where no sort is recorded or the rule does not apply."""
    if team.kind not in RULES:
        return None
    for answer in ask(pack_in_context().rule(RULES[team.kind]), on=on, roots=[team.pk]):
        if answer.answer != DOES_NOT_APPLY:
            return live(answer)
    return None


def on_team(team: Team, on: datetime.date) -> list[OnTeam]:
    """Everybody who is or was on the team, those of today first."""
    rows = team.members.select_related("staff__person").prefetch_related("staff__credentials")
    found = [_on_team(row, team, on) for row in rows]
    return sorted(found, key=lambda one: (not one.is_now, one.row.starts_on or datetime.date.min))


def _on_team(row: TeamMember, team: Team, on: datetime.date) -> OnTeam:
    is_now = _within(row.starts_on, row.ends_on, on)
    if row.staff is not None:
        is_now = is_now and _within(row.staff.started_on, row.staff.ended_on, on)
    papers = row.staff.credentials.all() if row.staff else ()
    counting = [
        paper
        for paper in papers
        if paper.kind in COUNTS.get(team.kind or "", ()) and _within(paper.issued_on, paper.expires_on, on)
    ]
    best = max(counting, key=lambda paper: paper.expires_on or datetime.date.max, default=None)
    return OnTeam(row, is_now, (best.kind or "").upper() if best else "", best.expires_on if best else None)


def _within(first: datetime.date | None, last: datetime.date | None, on: datetime.date) -> bool:
    return (first is None or first <= on) and (last is None or last >= on)


def names(members: Iterable[OnTeam]) -> str:
    """Those of today in one line."""
    return ", ".join(one.row.staff.name for one in members if one.is_now and one.row.staff)
