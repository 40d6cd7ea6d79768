"""Orientation training of the demo county's staff, and the exemptions asked for."""

from __future__ import annotations

import datetime
from decimal import Decimal

from alongside.records.models import Exemption, ExemptionDecision, StaffMember, Topic, Training

from .shelf import Shelf, before, months_after

CONTENT = {
    Topic.UPDATES: "ForwardHealth Updates 2010-94 and 2018-17, read together",
    Topic.STATUTES: "Chapters 48, 51 and 55: what a worker meets",
    Topic.CIVIL_RIGHTS: "The ADA and the Civil Rights Act of 1964",
    Topic.DOCUMENTATION: "Progress notes and HIPAA",
    Topic.CONFIDENTIALITY: "Section 51.30, DHS 92 and 42 CFR Part 2",
    Topic.PATIENT_RIGHTS: "Section 51.61 and DHS 94, with examples",
    Topic.RECOVERY: "Trauma-informed care and motivational interviewing",
}
METHODS = ("webinar", "presentation", "self-study", "conference", "video")
SIGNERS = ("K. Alder", "M. Wren")
DECISIONS = {
    "exemption granted": ExemptionDecision.GRANTED,
    "exemption refused": ExemptionDecision.REFUSED,
    "exemption asked": None,
}


def add_trainings(shelf: Shelf, staff: StaffMember, story: str) -> None:
    """Sessions on the seven topics within three months of the start, less what the story leaves out."""
    started_on = staff.started_on
    if started_on is None:
        return
    topics = list(Topic)
    shelf.chance.shuffle(topics)
    if story in DECISIONS:
        topics = [topic for topic in topics if topic not in (Topic.CONFIDENTIALITY, Topic.PATIENT_RIGHTS)]
    elif story == "topic missing":
        topics.remove(Topic.CIVIL_RIGHTS)
    elif story.startswith("newcomer"):
        topics = topics[: shelf.chance.randint(2, 4)]
    last_day = min(before(months_after(started_on, 3), 1), before(shelf.on, 1))
    for nth, topic in enumerate(topics):
        held_on = min(last_day, before(started_on, -shelf.chance.randint(2, 85)))
        if story == "finished late" and nth == 0:
            held_on = before(months_after(started_on, 3), -shelf.chance.randint(1, 20))
        _add_session(shelf, staff, story, topic, _hours(shelf, story), held_on, is_first=nth == 0)


def _hours(shelf: Shelf, story: str) -> Decimal:
    if story == "hours short":
        return Decimal("1.25")
    if story == "topic missing" or story in DECISIONS:
        return Decimal(shelf.chance.choice(("2", "2.5")))
    return Decimal(shelf.chance.choice(("1.5", "1.5", "1.75", "2")))


def _add_session(
    shelf: Shelf,
    staff: StaffMember,
    story: str,
    topic: Topic,
    hours: Decimal,
    held_on: datetime.date,
    *,
    is_first: bool,
) -> None:
    shelf.add(
        Training,
        staff=staff,
        topic=topic,
        hours=hours,
        held_on=held_on,
        employee_name=staff.name,
        employer_name=staff.provider.name if staff.provider else None,
        method=None if is_first and story == "method missing" else shelf.chance.choice(METHODS),
        content=CONTENT[topic],
        county_signed_by=None if is_first and story == "signature missing" else shelf.chance.choice(SIGNERS),
    )


def add_exemptions(shelf: Shelf, staff: StaffMember, story: str) -> None:
    """Requests on the two topics a residential facility's own rule had already required."""
    if story not in DECISIONS or staff.started_on is None:
        return
    asked_on = before(staff.started_on, -shelf.chance.randint(5, 40))
    decision = {"exemption granted": ExemptionDecision.GRANTED, "exemption refused": ExemptionDecision.REFUSED}.get(
        story
    )
    for topic in (Topic.CONFIDENTIALITY, Topic.PATIENT_RIGHTS):
        shelf.add(
            Exemption,
            staff=staff,
            topic=topic,
            hours=Decimal("1.5"),
            requested_on=asked_on,
            sent_by="Cora Plover",
            completed_on=before(asked_on, shelf.chance.randint(60, 300)),
            is_duplicative=True,
            rule_citation="DHS 83.19",
            is_documented=decision is not ExemptionDecision.REFUSED,
            decision=decision,
            decided_on=before(asked_on, -12) if decision else None,
            decided_by="Ada Birch, Division of Care and Treatment Services" if decision else None,
        )
