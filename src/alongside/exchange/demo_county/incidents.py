"""What happened in a year: a kitchen fire that touched three people, a death with its clock running, a fall, and money
taken, which fewer may read; and smaller things, so that it shows what recurs. The categories are an example, marked."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from alongside.access.context import acting
from alongside.access.models import Program, User
from alongside.packs.wisconsin_crs.incident_examples import EXAMPLES
from alongside.records.actions import assign_supervisor
from alongside.records.models import (
    FollowUp,
    IncidentCategory,
    IncidentReport,
    IncidentStep,
    Participant,
    PlanLine,
    Provider,
    ProviderKind,
    Residence,
    Setting,
    ToldHow,
    ToldKind,
)

from .happened import DEATH, EARLIER, FALL, FIRE, ONE_WAITS, TAKEN, TO_THEM, Happened
from .shelf import Shelf, before, new_key
from .visits import moment_of

COORDINATOR = "Cora Plover"
MAILBOX = "the Division’s CRS mailbox"
STATE_ROOM = datetime.timedelta(hours=16)


def add_incidents(shelf: Shelf, served: Mapping[Participant, str]) -> None:
    """Put the reports on the shelf, one for each participant affected, with what belongs to them."""
    people = [participant for participant, story in served.items() if story == "in order"]
    homes = {home.participant: home for home in shelf.of(Residence) if not home.ends_on}
    in_cbrf = [one for one in people if one in homes and homes[one].setting == Setting.CBRF]
    overdue = [participant for participant, story in served.items() if story == "annual recertification overdue"]
    if len(in_cbrf) >= 3:
        fire = _reports(shelf, in_cbrf[:3], FIRE, before(shelf.on, 33), ProviderKind.CBRF)
        for report, words in zip(fire, TO_THEM, strict=True):
            report.happened_to_them = words
        _told(shelf, fire, fire[:2], is_answered=True)
        _follow_ups(shelf, fire[0])
    _told(shelf, _reports(shelf, overdue[:1], TAKEN, before(shelf.on, 4), ProviderKind.PEER_SUPPORT), [])
    if len(people) < 60:
        return
    for row in EXAMPLES:
        shelf.add(IncidentCategory, is_example=True, starts_on=before(shelf.on, 60), **row)
    _told(
        shelf,
        _reports(shelf, [_seen_by_peers(shelf, people)], FALL, before(shelf.on, 2), ProviderKind.PEER_SUPPORT),
        [],
    )
    _told(shelf, _reports(shelf, people[11:12], DEATH, before(shelf.on, 1), ProviderKind.ADULT_FAMILY_HOME), [])
    for nth, (what, ago) in enumerate(EARLIER):
        reports = _reports(shelf, people[20 + nth : 21 + nth], what, before(shelf.on, ago), what.served_by)
        _told(shelf, reports, reports, is_answered=True)


def watch_over(program: Program, *, supervisor: User, on: datetime.date) -> None:
    """Let a supervisor watch over what few may read."""
    with acting(program=program):
        report = IncidentReport.objects.filter(is_restricted=True).first()
        if report is not None:
            assign_supervisor(report=report, supervisor=supervisor, on=on, by=None)


def _reports(
    shelf: Shelf, touched: Sequence[Participant], what: Happened, day: datetime.date, kind: ProviderKind
) -> list[IncidentReport]:
    incident = str(new_key(shelf.chance))
    said: dict[str, Any] = {
        "happened_on": day,
        "happened_at": moment_of(day, what.minute),
        "learned_at": moment_of(day, what.minute + what.learned_after),
        "affected_count": len(touched),
        "provider": next((one for one in shelf.of(Provider) if one.kind == kind), None),
        **what.said,
    }
    return [shelf.add(IncidentReport, participant=one, incident=incident, **said) for one in touched]


def _told(
    shelf: Shelf, reports: Sequence[IncidentReport], sent: Sequence[IncidentReport], is_answered: bool = False
) -> None:
    """The program was told the same evening; those `sent` went to the state the next day."""
    for report in reports:
        assert report.learned_at is not None
        if report.program_told_by:
            report.program_told_at = report.learned_at + datetime.timedelta(minutes=40)
            _step(shelf, report, ToldKind.PROGRAM, ToldHow.PHONE, COORDINATOR, "Talked to her; she wrote it down.")
        if report in sent:
            report.state_told_at, report.state_told_by = report.learned_at + STATE_ROOM, COORDINATOR
            step = _step(shelf, report, ToldKind.STATE, ToldHow.EMAIL, MAILBOX, "In the sent mail, with its receipt.")
            if is_answered:
                step.answered_at = report.state_told_at + datetime.timedelta(days=2)
                step.answer = "Received. Nothing else is asked."


def _step(shelf: Shelf, report: IncidentReport, kind: ToldKind, how: ToldHow, whom: str, proof: str) -> IncidentStep:
    is_program = kind == ToldKind.PROGRAM
    return shelf.add(
        IncidentStep,
        participant=report.participant,
        incident_report=report,
        kind=kind,
        told_at=report.program_told_at if is_program else report.state_told_at,
        told_by=report.program_told_by if is_program else report.state_told_by,
        told_to=whom,
        how=how,
        proof=proof,
    )


def _follow_ups(shelf: Shelf, report: IncidentReport) -> None:
    on = {"incident": report.incident}
    drilled = {"done_on": before(shelf.on, 20), "outcome": "Everybody was outside in two minutes."}
    shelf.add(
        FollowUp, **on, what="Hold the fire drill again", who="Cedar House", due_on=before(shelf.on, 19), **drilled
    )
    shelf.add(FollowUp, **on, what=ONE_WAITS, who=COORDINATOR, due_on=before(shelf.on, -5))


def _seen_by_peers(shelf: Shelf, people: Sequence[Participant]) -> Participant:
    """Somebody whose plan names the peer support agency, so that its staff see what happened."""
    planned = {
        line.participant
        for line in shelf.of(PlanLine)
        if line.provider and line.provider.kind == ProviderKind.PEER_SUPPORT
    }
    return next((one for one in people if one in planned), people[0])
