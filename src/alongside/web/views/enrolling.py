"""What follows the four conditions: an enrollment, or a refusal with its reasons."""

from __future__ import annotations

import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from alongside.access.clock import today
from alongside.access.policies import may_change_records
from alongside.ledger.events import Act
from alongside.ledger.events import record as record_event
from alongside.records.actions import enroll_again
from alongside.records.actions import refuse_enrollment as record_refusal

from ..conditions import Condition, if_enrolled_on, open_in_words, reasons_for_a_letter
from ..entry import enter
from ..fields import day as day_field
from ..forms_enrollment import EnrollForm, RefusalForm
from ..person import framed, person_for
from ..stage import stage_of

ASKED = ("enrollments__discharge", "first_contacts")
YEARS_AROUND = datetime.timedelta(days=3653)


def enroll(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """Choose the day, see how the conditions stand on it, and enroll: with a reason where one is open."""
    person = person_for(request, participant_id, *ASKED)
    may_change_records(request.membership, person)
    if request.method == "GET" and stage_of(person).is_enrolled:
        return redirect("enrollment", person.pk)
    on = today()
    day = _day(request.POST.get("enrolled_on") or request.GET.get("enrolled_on") or "", on)
    conditions = if_enrolled_on(person, day)
    if getattr(request, "htmx", False) and request.method == "GET":
        return render(request, "enrollment/enroll.html#conditions", _beside(conditions, day))

    def record(filled: EnrollForm) -> str:
        begun = enroll_again(
            participant=person, **filled.values, open_conditions=open_in_words(conditions), on=on, by=request.user
        )
        return reverse("enrollment", args=[begun.participant_id])

    page = framed(request, person, back=reverse("enrollment", args=[person.pk]), **_beside(conditions, day))
    done = f"{person.name or person.medicaid_id} is enrolled."
    initial = {"enrolled_on": day}
    return enter(request, EnrollForm, record, template="enrollment/enroll.html", page=page, initial=initial, done=done)


def refuse_enrollment(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """Refuse, with reasons that begin as the conditions not met, in words for a letter."""
    person = person_for(request, participant_id, *ASKED)
    may_change_records(request.membership, person)
    on, stage = today(), stage_of(person)
    contact = stage.contact or stage.refusal
    if contact is None:
        raise Http404
    if request.method == "GET" and stage.refusal:
        return redirect("enrollment", person.pk)
    conditions = if_enrolled_on(person, on)
    initial = {"refused_on": on, "refused_reasons": reasons_for_a_letter(conditions, person.program.name)}

    def record(filled: RefusalForm) -> str:
        said = filled.values
        reasons = said["refused_reasons"] or ""
        record_refusal(contact=contact, refused_on=said["refused_on"], reasons=reasons, on=on, by=request.user)
        return reverse("enrollment", args=[person.pk])

    back = reverse("enrollment", args=[person.pk])
    page = framed(request, person, back=back, **_beside(conditions, on))
    done = "The refusal is recorded. Its letter can be printed here."
    return enter(request, RefusalForm, record, template="enrollment/refuse.html", page=page, initial=initial, done=done)


def refusal_letter(request: HttpRequest, participant_id: UUID, contact_id: UUID) -> HttpResponse:
    """The letter about a refusal, to print."""
    person = person_for(request, participant_id)
    contact = get_object_or_404(person.first_contacts.exclude(refused_on=None), pk=contact_id)
    record_event(Act.PRINTED, "first_contact", row=contact.pk, subject=person.pk)
    back = reverse("enrollment", args=[person.pk])
    return render(request, "enrollment/letter.html", {"person": person, "contact": contact, "back": back})


def _beside(conditions: list[Condition], day: datetime.date) -> dict[str, Any]:
    count = sum(not one.is_met for one in conditions)
    return {"conditions": conditions, "open_count": count, "day": day}


def _day(text: str, on: datetime.date) -> datetime.date:
    """The day asked about; today where there is none, or none near enough to be meant."""
    try:
        day: datetime.date | None = day_field("").clean(text)
    except ValidationError:
        return on
    return day if day and abs(day - on) <= YEARS_AROUND else on
