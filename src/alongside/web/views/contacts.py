"""Somebody asks for services: new, or known from before."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from alongside.access.clock import today
from alongside.access.policies import may_change_records
from alongside.ledger.events import record_search
from alongside.records.actions import record_first_contact
from alongside.records.actions import record_return as record_return_of
from alongside.records.problems import Problem, Problems

from ..entry import enter
from ..forms_enrollment import FirstContactForm, ReturnForm
from ..person import framed, person_for
from ..stage import stage_of


def first_contact(request: HttpRequest) -> HttpResponse:
    """Record somebody new, once it is clear that nobody known is this person."""
    program = request.membership.program
    may_change_records(request.membership, program)
    shown: list[FirstContactForm] = []

    def form(*typed: Any, **more: Any) -> FirstContactForm:
        shown.append(FirstContactForm(*typed, program=program.pk, **more))
        return shown[-1]

    def record(filled: FirstContactForm) -> str:
        entered = filled.values
        entered.pop("is_somebody_else")
        contact = record_first_contact(program=program, **_named(entered), on=today(), by=request.user)
        return reverse("enrollment", args=[contact.participant_id])

    page = {"button": "Record the first contact", "back": reverse("participants")}
    answer = enter(
        request, form, record, template="enrollment/first_contact.html", page=page, initial={"contacted_on": today()},
        done="The first contact is recorded. Gather the four conditions here.",
    )  # fmt: skip
    met = {alike.participant.pk for one in shown for alike in one.candidates}
    met |= {one.known.pk for one in shown if one.known}
    if met:
        record_search("participant", found=len(met), listed=met)
    return answer


def record_return(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """Record that somebody known asks for services again."""
    person = person_for(request, participant_id, "enrollments__discharge", "first_contacts")
    may_change_records(request.membership, person)
    back = reverse("enrollment", args=[person.pk])

    def record(filled: ReturnForm) -> str:
        if (stage := stage_of(person)).is_enrolled:
            found = f"an enrollment since {stage.enrollment and stage.enrollment.enrolled_on}"
            fix = "Open the enrollment, or record the discharge first."
            raise Problems([Problem("contacted_on", found, "somebody who is not enrolled", fix)])
        record_return_of(participant=person, **filled.values, on=today(), by=request.user)
        return back

    page = framed(request, person, heading="They ask for services", button="Record it", back=back)
    return enter(
        request, ReturnForm, record, template="participants/entry.html", page=page, initial={"contacted_on": today()},
        done="That they ask is recorded. What is known from before stands below.",
    )  # fmt: skip


def _named(entered: dict[str, Any]) -> dict[str, Any]:
    return {**entered, **{name: entered[name] or "" for name in ("medicaid_id", "family_name", "given_name")}}
