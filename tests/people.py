"""Builders in the field's words. They do what a person would do, through the same actions; days are written out.

Builders work in the program acted in, which a test enters with `acting(program=…)`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from django.utils import timezone

from alongside.access.actions import create_program, create_user, join
from alongside.access.context import current
from alongside.access.models import Program, User
from alongside.access.roles import Role
from alongside.records import actions
from alongside.records.actions.signing import shown_to_sign
from alongside.records.models import (
    Discharge,
    Enrollment,
    Participant,
    ProgressNote,
    Provider,
    Service,
    ServicePlan,
    Signature,
    StaffMember,
    Topic,
    Training,
)
from alongside.records.models.kept import sha256

TODAY = date(2026, 11, 20)
_numbers = count(1)


def day(text: str | None) -> date | None:
    """A day written as 2026-11-20."""
    return None if text is None else date.fromisoformat(text)


def moment(text: str) -> datetime:
    """A moment in the program's own time, written as 2026-11-20 09:30."""
    return timezone.make_aware(datetime.fromisoformat(text))


def a_program(name: str = "Juniper County") -> Program:
    """A program with nothing in it."""
    return create_program(name=name, by=None)


def a_user(email: str = "kit@juniper.example", name: str = "Kit Alder") -> User:
    """A user who belongs to no program and cannot sign in yet."""
    return create_user(email=email, name=name, by=None)


def the_program() -> Program:
    """The program acted in."""
    return Program.objects.get(pk=current().program)


def a_participant(
    *,
    born_on: str | None = "1980-09-08",
    enrolled_on: str = "2025-08-31",
    medicaid_id: str | None = None,
    given_name: str = "Uma",
    family_name: str = "Hazel",
    plan: str | None = "medicaid",
    screen: str | None = "mh_sud",
    result: str = "eligible",
    setting: str | None = "own_home",
    beds: int | None = None,
    documents: Sequence[str] = (),
    on: date = TODAY,
    by: User | None = None,
) -> Participant:
    """A participant in order, but for the documents of the plan cycle. None leaves a record out.

    `documents` are the days on which an assessment and a service plan were completed.
    """
    said: dict[str, Any] = {"on": on, "by": by}
    began = date.fromisoformat(enrolled_on)
    participant = actions.enroll(
        program=the_program(),
        medicaid_id=medicaid_id or f"{next(_numbers):010d}",
        family_name=family_name,
        given_name=given_name,
        born_on=day(born_on),
        enrolled_on=began,
        **said,
    ).participant
    if plan is not None:
        actions.record_coverage(participant=participant, plan=plan, starts_on=began, **said)
    if screen is not None:
        screened_on = min(began, on) - timedelta(days=20)
        actions.record_screen(participant=participant, kind=screen, completed_on=screened_on, result=result, **said)
    if setting is not None:
        actions.record_residence(participant=participant, setting=setting, beds=beds, starts_on=began, **said)
    for completed_on in map(date.fromisoformat, documents):
        actions.record_assessment(participant=participant, completed_on=completed_on, **said)
        actions.record_plan(participant=participant, completed_on=completed_on, is_in_person=True, **said)
    return participant


def discharged(
    participant: Participant,
    *,
    discharged_on: str = "2026-10-01",
    is_planned: bool | None = True,
    has_summary: bool = True,
    participant_signed_on: str | None = "2026-10-01",
    coordinator_signed_on: str | None = "2026-10-01",
    on: date = TODAY,
    by: User | None = None,
    **ending: Any,
) -> Discharge:
    """The discharge that ends the open enrollment, with a summary signed by both unless said otherwise."""
    enrollment = Enrollment.objects.open().get(participant=participant)
    ended = actions.discharge(
        enrollment=enrollment,
        discharged_on=date.fromisoformat(discharged_on),
        is_planned=is_planned,
        has_summary=has_summary,
        on=on,
        by=by,
        **ending,
    )
    if has_summary:
        actions.record_discharge_summary(
            discharge=ended,
            reason="Outcomes reached.",
            progress="Keeps an apartment and a calendar.",
            resume_when="If housing is at risk.",
            participant_signed_on=day(participant_signed_on),
            coordinator_signed_on=day(coordinator_signed_on),
            coordinator_signed_by="Fay Sandpiper" if coordinator_signed_on else None,
            on=on,
            by=by,
        )
        ended.refresh_from_db()
    return ended


def a_provider(name: str = "Open Door Peer Support", kind: str = "peer_support") -> Provider:
    """The provider of that name, recorded on first use."""
    found = Provider.objects.filter(name=name).first()
    return found or actions.add_provider(program=the_program(), name=name, kind=kind, on=TODAY, by=None)


def a_peer_specialist(
    started_on: str = "2025-11-30",
    *,
    staff_number: str | None = None,
    given_name: str = "Pia",
    family_name: str = "Wren",
    title: str = "Peer specialist",
    provider: Provider | None = None,
    on: date = TODAY,
    by: User | None = None,
) -> StaffMember:
    """A staff member of a peer support agency, with no training recorded yet."""
    return actions.hire(
        program=the_program(),
        staff_number=staff_number or f"S{next(_numbers):03d}",
        family_name=family_name,
        given_name=given_name,
        provider=provider or a_provider(),
        title=title,
        started_on=date.fromisoformat(started_on),
        on=on,
        by=by,
    )


def trained(
    staff: StaffMember,
    *,
    hours: str = "10",
    topics: Sequence[str] = tuple(Topic.values),
    held_on: str | None = None,
    on: date = TODAY,
    by: User | None = None,
    **written: Any,
) -> list[Training]:
    """Sessions on these topics, so many hours in all, ten days after the start unless a day is given.

    The records are complete unless `written` says otherwise: `trained(staff, method=None)`.
    """
    each = (Decimal(hours) / len(topics)).quantize(Decimal("0.01"))
    rest = Decimal(hours) - each * (len(topics) - 1)
    assert staff.started_on is not None
    said: dict[str, Any] = {
        "held_on": day(held_on) or staff.started_on + timedelta(days=10),
        "employee_name": staff.name,
        "employer_name": staff.provider.name if staff.provider else "Juniper County",
        "method": "webinar",
        "content": "What the topic asks for",
        "county_signed_by": "K. Alder",
        **written,
        "on": on,
        "by": by,
    }
    return [
        actions.record_training(staff=staff, topic=topic, hours=rest if topic == topics[-1] else each, **said)
        for topic in topics
    ]


def a_line(kind: str = "clss", **said: Any) -> actions.Line:
    """A line of a service plan with everything in it."""
    written = {
        "outcome": "I keep my own kitchen",
        "interventions": "Coach through a checklist",
        "frequency": "twice a week",
        **said,
    }
    return actions.Line(kind=kind, **written)


def a_service_plan(
    participant: Participant,
    *,
    completed_on: str = "2026-11-02",
    lines: Sequence[actions.Line] | None = None,
    on: date = TODAY,
    by: User | None = None,
    **said: Any,
) -> ServicePlan:
    """A whole service plan with one line, which nobody has signed."""
    written = {
        "kind": "six_month",
        "goals": "I want to cook for my sister.",
        "demographics": "Lives alone, speaks English, has a phone.",
        "financials": "Social Security; rent is paid by the month.",
        "met_on": day(completed_on),
        "met_with": "Uma Hazel, Cora Plover",
        "is_in_person": True,
        **said,
    }
    return actions.write_plan(
        participant=participant,
        completed_on=date.fromisoformat(completed_on),
        lines=[a_line()] if lines is None else lines,
        on=on,
        by=by,
        **written,
    )


def a_service(
    participant: Participant,
    staff: StaffMember | None = None,
    *,
    start: str | None = "2026-11-18 10:00",
    stop: str | None = "2026-11-18 11:00",
    served_on: str = "2026-11-18",
    on: date = TODAY,
    by: User | None = None,
    **said: Any,
) -> Service:
    """An hour of community living support at home, under no plan line unless one is given."""
    return actions.record_service(
        participant=participant,
        staff=staff,
        served_on=date.fromisoformat(served_on),
        started_at=moment(start) if start else None,
        stopped_at=moment(stop) if stop else None,
        on=on,
        by=by,
        **{"kind": "clss", "place": "her home", **said},
    )


def a_draft(service: Service, author: StaffMember | None = None, on: date = TODAY, **said: Any) -> ProgressNote:
    """A note with everything in it, which nobody has signed."""
    texts = {
        "what_was_done": "Coached her through the cleaning checklist; she did each step.",
        "manner": "training",
        "response": "Needed one reminder, and set the timer herself.",
        "purpose": "To keep her apartment.",
        "outcome": "I keep my own kitchen",
        **said,
    }
    return actions.save_note_draft(service=service, author=author, texts=texts, on=on, by=None)


def signed(note: ProgressNote, signer: StaffMember, at: str = "2026-11-20 09:30") -> ProgressNote:
    """The note, signed."""
    sign(note, "giver", staff=signer, at=at, by=somebody_here(signer.name))
    note.refresh_from_db()
    return note


def somebody_here(name: str = "Cora Plover", role: str = "coordinator", **more: Any) -> User:
    """A user of that name with a role in the program acted in, made on first use."""
    found = User.objects.filter(name=name, memberships__program_id=current().program).first()
    if found is None:
        found = create_user(email=f"{name.lower().replace(' ', '.')}{next(_numbers)}@example.org", name=name, by=None)
        join(user=found, program=the_program(), role=Role(role), starts_on=date(2025, 1, 1), by=None, **more)
    return found


def sign(
    record: Any,
    capacity: str = "participant",
    *,
    hand: actions.Hand | None = None,
    at: str = "2026-11-20 09:30",
    shown: str | None = None,
    by: User | None = None,
    **who: Any,
) -> Signature:
    """The signature: staff by their own sign-in, others by a typed name beside Cora Plover, what is shown as it is."""
    when = moment(at)
    served = capacity in ("participant", "guardian", "parent", "power_of_attorney")
    typed = actions.Hand("typed", typed_name="Uma Hazel") if served else actions.Hand("own_sign_in")
    return actions.sign(
        record=record,
        capacity=capacity,
        content_hash=sha256(shown_to_sign(record)[1]) if shown is None else shown,
        hand=hand or typed,
        at=when,
        on=when.date(),
        by=by or somebody_here(),
        **who,
    )
