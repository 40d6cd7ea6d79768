"""What the page of a staff member of peer work shows: what qualifies them for which tier, which roles, under whom."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from alongside.access.models import Membership
from alongside.access.people_policies import may_record_qualification, may_record_supervision
from alongside.facts.world import FIRST_YEAR, LAST_YEAR
from alongside.records.models import StaffMember
from alongside.reviews.ask import ask, pack_in_context
from alongside.reviews.roles_held import roles_held

from .ladder import Ladder, ladder_of, standing
from .shown import Shown, live

TIER = "IL-TIER"


@dataclass(frozen=True)
class Tier:
    """The Medicaid tier derived for a day: its word, by what, to when, and the answer with its reasons."""

    on: datetime.date
    word: str
    by: str
    ends_on: datetime.date | None
    shown: Shown
    is_certified_outside: bool


def day_asked(text: str, on: datetime.date) -> tuple[datetime.date, bool]:
    """The day asked for, and whether it was one; `on` where none is given or it was none."""
    if not text:
        return on, True
    try:
        found = datetime.date.fromisoformat(text)
    except ValueError:
        return on, False
    return (found, True) if FIRST_YEAR <= found.year <= LAST_YEAR else (on, False)


def tier_of(member: StaffMember, on: datetime.date) -> Tier | None:
    """The tier of one staff member on a day, from the rule. None where the rule has no version for the day."""
    for answer in ask(pack_in_context().rule(TIER), on=on, roots=[member.pk]):
        facts = answer.facts
        rank = facts["highest"] or (None if facts["is_untold"] or facts["highest"] is None else 0)
        return Tier(
            on=on, word=standing(rank), by=facts["by"] if facts["tier"] else "nothing in force",
            ends_on=facts["ends_on"] if facts["tier"] else None, shown=live(answer),
            is_certified_outside=not facts["tier"] and "cprs" in roles_held(member.pk, on),
        )  # fmt: skip
    return None


def qualified(actor: Membership, member: StaffMember, on: datetime.date) -> dict[str, Any]:
    """The context of the page. Records come newest first."""
    ladder: Ladder = ladder_of(member, on)
    return {
        "tier": tier_of(member, on),
        "ladder": ladder,
        "certificates": member.credentials.order_by("-expires_on", "kind"),
        "degrees": member.degrees.all(),
        "experiences": member.experiences.all(),
        "roles": member.role_assignments.all(),
        "papers": member.personnel_records.all(),
        "links": member.supervisions.select_related("supervisor__person"),
        "log": member.supervision_sessions.select_related("supervisor__person"),
        "below": member.supervises.current(on).select_related("staff__person"),
        "teams": member.teams.select_related("team"),
        "may_qualify": may_record_qualification.allowed(actor, member),
        "may_supervise": may_record_supervision.allowed(actor, member),
    }
