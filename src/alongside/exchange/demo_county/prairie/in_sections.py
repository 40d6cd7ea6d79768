"""Papers written in sections: three incident reports, a discharge, and lived experience shared."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from alongside.records.models import (
    Coverage,
    CoveragePlan,
    Discharge,
    DischargeCause,
    DischargeSection,
    DischargeSummary,
    Enrollment,
    IllinoisService,
    IncidentReport,
    Participant,
    PlanKind,
    PlanLine,
    ReportSection,
    Role,
    Service,
    ServicePlan,
    SharedExperience,
    StaffMember,
)

from ..shelf import Shelf, before, new_key
from ..visits import moment_of
from .told import ENDED, FALL, HIT, OFF_THE_BUS, Told


def add_papers(shelf: Shelf, staff: Mapping[str, StaffMember], people: Mapping[str, Participant]) -> None:
    """Put the reports, the discharge and what was shared on the shelf."""
    for told in (FALL, OFF_THE_BUS, HIT):
        _report(shelf, told, staff, people[told.about])
    _discharge(shelf, staff)
    _shared(shelf, staff["posy"], people)


def _report(shelf: Shelf, told: Told, staff: Mapping[str, StaffMember], person: Participant) -> None:
    day, writer = before(shelf.on, told.ago), staff[told.by]
    learned_at = moment_of(day, told.minute)
    reviewed = {"reviewed_on": before(day, -2), "reviewed_by": f"{staff['quill'].name}, Clinical supervisor"}
    report = shelf.add(
        IncidentReport, participant=person, incident=str(new_key(shelf.chance)), affected_count=1, happened_on=day,
        happened_at=learned_at - datetime.timedelta(minutes=5), learned_at=learned_at, learned_how=told.how,
        category=told.category, place=told.place, what_happened=told.what, reported_by=f"{writer.name}, {writer.title}",
        is_health_or_safety=True, is_suspected_abuse=told.is_suspected, writer_role=Role.CRSS,
        **(reviewed if told.is_reviewed else {}),
    )  # fmt: skip
    for words in told.words:
        said: dict[str, Any] = {"is_seen": told.is_seen, "is_authority_needed": True} if words.role == Role.CRSS else {}
        shelf.add(
            ReportSection, participant=person, incident_report=report, staff=staff[words.by], section=words.section,
            written_as=words.role, written_on=before(day, -words.later), body=words.body, **said,
        )  # fmt: skip


def _discharge(shelf: Shelf, staff: Mapping[str, StaffMember]) -> None:
    """A planned ending: the peer's own sections are there, the clinician has begun, nobody has signed."""
    person = shelf.add(
        Participant, medicaid_id="7700000990", given_name="Yucca", family_name="Tern", born_on=before(shelf.on, 15_000)
    )
    since, ended_on = before(shelf.on, 400), before(shelf.on, 2)
    enrollment = shelf.add(Enrollment, participant=person, enrolled_on=since)
    shelf.add(Coverage, participant=person, checked_on=since, plan=CoveragePlan.MEDICAID, starts_on=since)
    planned_on = before(shelf.on, 90)
    plan = shelf.add(
        ServicePlan, participant=person, kind=PlanKind.INITIAL, completed_on=planned_on, met_on=planned_on,
        is_in_person=True, goals="I want my own lease.", author=staff["quill"], author_role=Role.QMHP,
        authorized_on=planned_on,
    )  # fmt: skip
    shelf.add(
        PlanLine, participant=person, service_plan=plan, kind=IllinoisService.COMMUNITY_SUPPORT,
        goal_number=1, line_number=1, starts_on=planned_on, ends_on=ended_on,
    )  # fmt: skip
    ending = shelf.add(
        Discharge, participant=person, enrollment=enrollment, discharged_on=ended_on, is_planned=True,
        planned_reason="Agreed in the team’s meeting, with the lease signed.", cause=DischargeCause.AGREED,
        last_contact_on=ended_on, is_involuntary=False, has_summary=True,
    )  # fmt: skip
    shelf.add(
        DischargeSummary, participant=person, discharge=ending, reason="Moved into an apartment of their own.",
        progress="Has a lease and keys since the first of the month.", has_peer_section=True,
        is_peer_section_labeled=True,
    )  # fmt: skip
    for words in ENDED:
        is_peers = words.role == Role.CRSS
        shelf.add(
            DischargeSection, participant=person, discharge=ending, staff=staff[words.by], section=words.section,
            written_as=words.role, written_on=before(ended_on, words.later), body=words.body,
            is_labeled=True if is_peers else None,
        )  # fmt: skip


def _shared(shelf: Shelf, posy: StaffMember, people: Mapping[str, Participant]) -> None:
    """Once as the training has it, once for forty minutes and about something else."""
    for key, answered_to, is_fitting, minutes in (
        ("avens", "“I feel alone with it, as if no one else feels the same.”", True, 5),
        ("heath", "Asked what time the bus leaves.", False, 40),
    ):
        service = _last_of(shelf.of(Service), people[key], posy)
        shelf.add(
            SharedExperience, participant=people[key], service=service, staff=posy, written_as=Role.CRSS,
            shared_on=service.served_on, answered_to=answered_to, is_relevant=is_fitting, is_hope_giving=is_fitting,
            minutes=minutes,
        )  # fmt: skip


def _last_of(services: Iterable[Service], person: Participant, giver: StaffMember) -> Service:
    own = [one for one in services if one.participant is person and one.staff is giver and one.served_on]
    return max(own, key=lambda one: one.served_on or datetime.date.min)
