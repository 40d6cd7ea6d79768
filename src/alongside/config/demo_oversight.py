"""The demo's documentation oversights: last year's, closed with its Debrief, and this year's with the list sent.

They stand here because they take the steps of the reviews, which what makes up the county does not know.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from alongside.access.context import acting
from alongside.access.models import Program, User
from alongside.reviews import debriefs, oversights, samples
from alongside.reviews.models import Conclusion, FollowedBy, Oversight, ReviewCheck, Side

COUNTY = "Juniper County"
COORDINATOR, REVIEWER = "coordinator@juniper.example", "reviewer@state.example"
# Days before today on which last year's steps were taken, and this year's.
LAST_YEAR = {
    "announced": 402,
    "list": 395,
    "sealed": 390,
    "named": 387,
    "received": 369,
    "debriefed": 301,
    "closed": 290,
}
THIS_YEAR = {"announced": 12, "list": 3}
NOT_MET = {
    "annual_screen": "The screen in the packet is of the year before; the annual one is not there.",
    "six_month_plan": "The assessment was updated, the service plan was not.",
    "annual_plan": "The participant’s signature is not on the plan.",
}
FEEDBACK = (
    "Most packets were complete and easy to follow. Three were not: an annual screen, a plan after a new assessment, "
    "and a signature were missing."
)
STRENGTHS = "Service plans are written in the participants’ own words, and goals can be told apart from outcomes."


@transaction.atomic
def add_oversights(on: datetime.date) -> None:
    """Fill them in, as they stand on that day. A second call changes nothing."""
    coordinator, reviewer = (User.objects.get(email=email) for email in (COORDINATOR, REVIEWER))
    with acting(actor=coordinator):
        program = Program.objects.get(name=COUNTY)
    with acting(program=program, actor=coordinator):
        if Oversight.objects.exists():
            return
        _last_year(program, on, coordinator, reviewer)
        begun = _before(on, THIS_YEAR["announced"])
        it = _announced(program, begun, reviewer)
        _sent(it, _before(on, THIS_YEAR["list"]), coordinator)


def _announced(program: Program, day: datetime.date, reviewer: User) -> Oversight:
    period_starts_on = day + datetime.timedelta(days=31)
    told = {"period_starts_on": period_starts_on, "period_ends_on": period_starts_on + datetime.timedelta(days=90)}
    return oversights.announce_oversight(program=program, **told, on=day, by=reviewer)


def _sent(it: Oversight, day: datetime.date, coordinator: User) -> Oversight:
    return oversights.send_list(oversight=it, version=it.version, on=day, at=_noon(day), by=coordinator)


def _last_year(program: Program, on: datetime.date, coordinator: User, reviewer: User) -> None:
    days = {name: _before(on, count) for name, count in LAST_YEAR.items()}
    it = _sent(_announced(program, days["announced"], reviewer), days["list"], coordinator)
    for side, part, by in (
        (Side.STATE, "4f1c9a7700b25d63 dice of the Division", reviewer),
        (Side.PROGRAM, "d20e55ab13c47f98 dice of the county", coordinator),
    ):
        sealed = {"on": days["sealed"], "at": _noon(days["sealed"]), "by": by}
        it = samples.seal_part(oversight=it, version=it.version, side=side, part=part, seal=None, **sealed)
    drawn = {"on": days["named"], "at": _noon(days["named"]), "by": reviewer}
    it = samples.draw_sample(oversight=it, version=it.version, **drawn)
    it = samples.name_sample(oversight=it, version=it.version, on=days["named"], by=reviewer)
    received = {"received_on": days["received"], "on": days["received"], "by": reviewer}
    it = debriefs.receive_packet(oversight=it, version=it.version, **received)
    _check(it, _before(days["debriefed"], 4), reviewer, NOT_MET)
    told = {"feedback": FEEDBACK, "strengths": STRENGTHS, "followed_by": FollowedBy.PLAN_OF_ACTION}
    _conclude(it, **told, debriefed_on=days["debriefed"], closed_on=days["closed"], reviewer=reviewer)


def close_without_findings(it: Oversight, *, feedback: str, on: datetime.date, reviewer: User) -> None:
    """Check a packet that came, with nothing to cite, send the Debrief and close the oversight, all on one day."""
    _check(it, on, reviewer, {})
    told = {"feedback": feedback, "strengths": None, "followed_by": None}
    _conclude(it, **told, debriefed_on=on, closed_on=on, reviewer=reviewer)


def _conclude(
    it: Oversight, *, feedback: str, strengths: str | None, followed_by: str | None,
    debriefed_on: datetime.date, closed_on: datetime.date, reviewer: User,
) -> None:  # fmt: skip
    said = {"feedback": feedback, "strengths": strengths, "followed_by": followed_by}
    debriefs.send_debrief(oversight=it, version=it.version, **said, on=debriefed_on, by=reviewer)
    it.refresh_from_db()
    debriefs.close_oversight(oversight=it, version=it.version, on=closed_on, by=reviewer)


def _check(it: Oversight, on: datetime.date, reviewer: User, not_met: Mapping[str, str]) -> None:
    """Everything met, but for the first of each requirement that was not."""
    left = dict(not_met)
    told = {"program_id": it.program_id, "oversight": it, "seen_on": on, "seen_by": reviewer.name}
    checks = []
    for member in debriefs.members_of(it):
        for one in debriefs.asked(member):
            words = left.pop(one.requirement.id, None)
            checks.append(
                ReviewCheck(
                    **told, sample_member=member, participant_id=member.participant_id,
                    requirement=one.requirement.id, words=words,
                    conclusion=Conclusion.NOT_MET if words else Conclusion.MET,
                )
            )  # fmt: skip
    ReviewCheck.objects.bulk_create(checks)


def _noon(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(11, 40)))


def _before(day: datetime.date, days: int) -> datetime.date:
    return day - datetime.timedelta(days=days)
