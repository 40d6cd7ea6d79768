"""The demo's visits and plans: what the state asked of the county, each step taken on its day.

They stand here because they take the steps of the reviews, which what makes up the county does not know.
"""

from __future__ import annotations

import datetime
from typing import Any

from django.db import transaction

from alongside.access.context import acting
from alongside.access.models import Program, User
from alongside.records.actions import Billed, record_invoice
from alongside.records.models import NoteStatus, Participant, Provider, Service
from alongside.reviews import corrective, improvement, monitoring, talking
from alongside.reviews.models import ActionKind, MonitoringVisit, Reason, RequestKind, Said, SpokenWith

COUNTY = "Juniper County"
COORDINATOR, REVIEWER = "coordinator@juniper.example", "reviewer@state.example"
VISITED = ("Open Door Peer Support", "Cedar House CBRF", "Lakeside Adult Family Home", "WorkWell Supported Employment")
READY = (RequestKind.ORIENTATION_TRAINING, RequestKind.PROVIDER_AGREEMENT)
UNIT_DOLLARS = 12


@transaction.atomic
def add_monitoring(on: datetime.date) -> None:
    """Fill them in, as they stand on that day. A second call changes nothing."""
    county, state = (User.objects.get(email=email) for email in (COORDINATOR, REVIEWER))
    with acting(actor=county):
        program = Program.objects.get(name=COUNTY)
    with acting(program=program, actor=county):
        if MonitoringVisit.objects.exists():
            return
        last = _last_visit(program, state, on)
        _plans_of_action(program, last, state, county, on)
        _corrective_plan(program, last, state, county, on)
        _next_visit(program, state, county, on)


def _last_visit(program: Program, state: User, on: datetime.date) -> MonitoringVisit:
    def day(ago: int) -> datetime.date:
        return before(on, ago)

    said = {"planned_on": day(120), "planned_to_on": day(119), "where": "Juniper County Human Services and two homes"}
    said |= {"notes_from_on": day(180), "notes_to_on": day(160), "needed_by_on": day(134)}
    visit = monitoring.announce_visit(program=program, said=said, on=day(150), by=state)
    visit = monitoring.hold_visit(visit=visit, visited_on=day(120), on=day(119), by=state)
    spoken = {
        "spoken_with": SpokenWith.PARTICIPANT, "who": "Somebody served by Open Door", "held_on": day(120),
        "progress": "Cooks twice a week now, and takes the bus alone.",
        "barriers": "Would like evening hours: works in the daytime.",
    }  # fmt: skip
    monitoring.record_interview(visit=visit, said=spoken, on=day(119), by=state)
    report = {
        "closing_meeting_on": day(112),
        "meeting_words": "Cora Plover and Sue Tamarack for the county, Ray Sycamore.",
        "documents_reviewed": "Progress notes and invoices of four participants, agreements, licenses, training.",
        "strengths": "Goals stand in participants’ own words. Peer specialists are certified, with dates in order.",
        "opportunities": "Notes of one provider say what was done, not how the person responded. Background checks "
        "of two staff members lack the Department’s response letter.",
    }
    return monitoring.close_visit(visit=visit, said=report, on=day(112), by=state)


def _plans_of_action(program: Program, visit: MonitoringVisit, state: User, county: User, on: datetime.date) -> None:
    def issue(ago: int, **said: Any) -> Any:
        given = {"rule": None, "next_review_on": None, "due_on": None, **said}
        return improvement.issue_action(
            program=program, said=given, monitoring_visit=visit, on=before(on, ago), by=state
        )

    done = issue(
        110, kind=ActionKind.BY_A_DATE, due_on=before(on, 80), rule="F-02565",
        concern="Background checks of two staff members of Cedar House lack the Department’s response letter.",
        asked="Send the two letters, or proof that they were asked for.",
    )  # fmt: skip
    said = "Both letters came and are in the files. Copies are attached to the staff records."
    improvement.answer_action(plan=done, version=1, done_on=before(on, 86), words=said, on=before(on, 86), by=county)
    improvement.accept_action(plan=done, words="Thank you, both are in order.", on=before(on, 79), by=state)
    soon = issue(
        108, kind=ActionKind.AS_SOON_AS_POSSIBLE, rule="NOTE-5",
        concern="Progress notes of one provider do not say how the participant responded.",
        asked="Show staff how the response is written down. The next review looks at new notes.",
    )  # fmt: skip
    said = "May the state’s examples of suitable notes be used in our own training?"
    help_ = {"plan": soon, "by": county, "is_of_state": False}
    asked = talking.say(kind=Said.ASKED_FOR_HELP, words=said, on=before(on, 90), **help_)
    said = "Yes. The note examples of the provider page are meant for that; tell us when you hold the training."
    talking.say(plan=soon, kind=Said.HELPED, words=said, is_of_state=True, answers=asked, on=before(on, 88), by=state)
    improvement.issue_action(
        program=program,
        said={
            "concern": "The list of trainings sent for three staff members names no topics.",
            "asked": "Send the training records with topics and hours, signed for the county.",
            "kind": ActionKind.BY_A_DATE, "due_on": before(on, -5), "rule": "TRN-2", "next_review_on": None,
        },
        on=before(on, 12),
        by=state,
    )  # fmt: skip


def _corrective_plan(program: Program, visit: MonitoringVisit, state: User, county: User, on: datetime.date) -> None:
    def by_state(ago: int) -> Any:
        return {"on": before(on, ago), "by": state}

    def by_county(ago: int) -> Any:
        return {"on": before(on, ago), "by": county}

    plan = corrective.open_plan(
        program=program, reason=Reason.OUT_OF_COMPLIANCE, monitoring_visit=visit,
        reason_words="Services of two weeks were invoiced before their notes were signed.", **by_state(104),
    )  # fmt: skip
    plan = corrective.record_meeting(plan=plan, meeting_on=before(on, 96), words="By video, one hour.", **by_state(103))
    concerns = (
        "1. Fourteen services of June were invoiced before a signed note was there.\n"
        "2. Nobody compares invoices with notes before they are sent."
    )
    plan = corrective.send_concerns(plan=plan, concerns=concerns, **by_state(95))
    plan = corrective.receive_concerns(plan=plan, notified_on=before(on, 94), **by_county(94))
    draft = "From now on no service is invoiced without its signed note. The biller compares both each Friday."
    steps = [
        ("Sign the fourteen notes, or take the claims back", "Sue Tamarack", before(on, 70)),
        ("Compare notes and invoices each Friday", "Bea Sumac", before(on, 50)),
        ("Show the state four weeks of comparisons", "Cora Plover", before(on, -20)),
    ]
    plan = corrective.write_draft(plan=plan, version=plan.version, draft=draft, steps=steps, **by_county(88))
    plan = corrective.send_draft(plan=plan, **by_county(86))
    corrective.sign_plan(plan=plan, **by_state(72))
    plan = corrective.receive_copy(plan=plan, signed_copy_on=before(on, 69), **by_county(69))
    for step, ago, words in zip(
        plan.steps.all()[:2], (66, 48), ("All fourteen are signed.", "Done since."), strict=True
    ):
        corrective.do_step(step=step, done_on=before(on, ago), words=words, **by_county(ago))


def _next_visit(program: Program, state: User, county: User, on: datetime.date) -> None:
    said = {
        "planned_on": before(on, -18), "planned_to_on": before(on, -19), "needed_by_on": before(on, -8),
        "where": "Juniper County Human Services, and four providers",
        "notes_from_on": before(on, 28), "notes_to_on": before(on, 15),
    }  # fmt: skip
    visit = monitoring.announce_visit(program=program, said=said, on=before(on, 6), by=state)
    found = [(provider, _of(provider, visit)) for provider in Provider.objects.filter(name__in=VISITED)]
    picked = [(provider, "", person) for provider, person in found if person]
    visit = monitoring.pick_participants(visit=visit, picked=picked, on=before(on, 4), by=county)
    for nth, (_provider, _where, person) in enumerate(picked):
        _invoice(program, person, visit, nth, county, on)
    for request in visit.requests.filter(kind__in=READY).order_by("kind", "pick__provider_name")[:5]:
        words = {"said": "In the folder of this provider, sent by secure mail."}
        sent_on = before(on, 2)
        noon = datetime.datetime.combine(sent_on, datetime.time(18), datetime.UTC)
        monitoring.send_request(request=request, version=1, said=words, at=noon, on=sent_on, by=county)


def before(day: datetime.date, days: int) -> datetime.date:
    """The day so many days earlier."""
    return day - datetime.timedelta(days=days)


def _of(provider: Provider, visit: MonitoringVisit) -> Participant | None:
    given = Service.objects.filter(
        staff__provider=provider, notes__status=NoteStatus.SIGNED, stopped_at__isnull=False,
        served_on__range=(visit.notes_from_on, visit.notes_to_on),
    )  # fmt: skip
    found = given.select_related("participant").order_by("participant__family_name", "pk").first()
    return found.participant if found else None


def _invoice(
    program: Program, person: Participant, visit: MonitoringVisit, nth: int, biller: User, on: datetime.date
) -> None:
    """What was invoiced of the dates named: the first twice, the second a unit too many, the last one line short."""
    days = (visit.notes_from_on, visit.notes_to_on)
    given = Service.objects.filter(participant=person, served_on__range=days, stopped_at__isnull=False)
    lines = []
    for service in given.order_by("served_on", "pk"):
        units = int((service.stopped_at - service.started_at).total_seconds() // 900)
        units += nth == 1 and not lines
        dollars: Any = units * UNIT_DOLLARS
        claim = f"2026{nth}{len(lines):04d}"
        lines.append(Billed(person, service.served_on, units, dollars, claim, service))
    if nth == 0:
        lines.append(Billed(person, lines[0].served_on, lines[0].units, lines[0].amount, "20260999", lines[0].service))
    if nth == len(VISITED) - 1:
        lines.pop()
    said = {"number": f"INV-{nth + 41}", "invoiced_on": before(on, 10), "lines": lines}
    record_invoice(program=program, **said, on=before(on, 10), by=biller)
