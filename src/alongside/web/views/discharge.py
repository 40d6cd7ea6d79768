"""How an enrollment ends: the discharge, its summary, what is owed, and the written notice."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from alongside.access.clock import today
from alongside.access.policies import may_change_records
from alongside.ledger.events import Act
from alongside.ledger.events import record as record_event
from alongside.records.actions import discharge as end_enrollment
from alongside.records.models import Discharge, Document, DocumentKind, Enrollment, Participant
from alongside.reviews.proposed import if_discharged

from ..amending import history
from ..discharging import applying, is_on_medical_assistance, older_page_binds, owed, signers, summary_told
from ..entry import enter
from ..forms_discharge import DischargeForm
from ..person import framed, person_for
from ..shown import Shown, live

ASKED_OF_IT = ("discharged_on", "is_planned", "cause", "last_contact_on", "is_involuntary", "planned_reason")


def discharge(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """Start a discharge. Beside the form stands what it will owe, as it is filled in."""
    person = person_for(request, participant_id, "enrollments__discharge")
    may_change_records(request.membership, person)
    on, back = today(), reverse("enrollment", args=[person.pk])
    if getattr(request, "htmx", False) and request.method == "GET":
        page = {"person": person, "owed": _would_owe(person, DischargeForm(request.GET), on)}
        return render(request, "discharge/start.html#owed", page)
    enrollment = person.enrollments.open().first()
    if enrollment is None and request.method == "GET":
        ended = person.discharges.first()
        return redirect("discharge_of", person.pk, ended.pk) if ended else redirect(back)

    def record(filled: DischargeForm) -> str:
        going_on = enrollment or get_object_or_404(Enrollment, participant=person, discharge=None)
        said = filled.values
        said["has_summary"] = said["has_summary"] or False  # what nobody wrote yet is known to be missing
        ended = end_enrollment(enrollment=going_on, **said, on=on, by=request.user)
        return reverse("discharge_of", args=[person.pk, ended.pk])

    typed = DischargeForm(request.POST if request.method == "POST" else {"discharged_on": on})
    page = framed(request, person, back=back, owed=_would_owe(person, typed, on))
    done = "The discharge is recorded. What it owes stands here."
    initial = {"discharged_on": on}
    return enter(request, DischargeForm, record, template="discharge/start.html", page=page, initial=initial, done=done)


def discharge_of(request: HttpRequest, participant_id: UUID, discharge_id: UUID) -> HttpResponse:
    """One discharge: what is owed, the summary, who has to sign, the entry in PPS, the notice."""
    on = today()
    person = person_for(request, participant_id, read="discharge")
    ending = _ending(person, discharge_id)
    answers, summary = owed(person, ending, on), ending.summary
    page = {
        "on": on, "ending": ending, "summary": summary, "owed": answers, "signers": signers(answers, summary),
        "texts": summary and summary_told(summary),
        "texts_before": summary and history(summary),
        "document": summary and Document.of(DocumentKind.DISCHARGE_SUMMARY, summary.pk),
        "notice_binds": older_page_binds(),
        "may_change": may_change_records.allowed(request.membership, person),
    }  # fmt: skip
    return render(request, "discharge/one.html", framed(request, person, **page))


def discharge_notice(request: HttpRequest, participant_id: UUID, discharge_id: UUID) -> HttpResponse:
    """The written notice of a discharge as the older page asked for it, to print."""
    person = person_for(request, participant_id)
    ending = _ending(person, discharge_id)
    summary = ending.standing_summary
    record_event(Act.PRINTED, "discharge", row=ending.pk, subject=person.pk)
    page = {
        "person": person, "ending": ending, "summary": summary, "notice_binds": older_page_binds(),
        "texts": summary and summary_told(summary),
        "on_medical_assistance": is_on_medical_assistance(person, ending.discharged_on or today()),
        "back": reverse("discharge_of", args=[person.pk, ending.pk]),
    }  # fmt: skip
    return render(request, "discharge/notice.html", page)


def _ending(person: Participant, discharge_id: UUID) -> Discharge:
    return get_object_or_404(person.discharges.select_related("enrollment"), pk=discharge_id)


def _would_owe(person: Participant, typed: DischargeForm, on: Any) -> list[Shown]:
    """What the discharge would owe as far as it is filled in; fields that are wrong count as not known."""
    typed.is_valid()
    said = {name: typed.cleaned_data.get(name) or None for name in ASKED_OF_IT}
    said |= {name: typed.cleaned_data.get(name) for name in ("is_planned", "is_involuntary")}
    said["has_summary"] = typed.cleaned_data.get("has_summary") or False
    if (day := said["discharged_on"]) is None or abs((day - on).days) > 3653:
        said["discharged_on"] = on
    if (last := said["last_contact_on"]) is not None and abs((last - on).days) > 36530:
        said["last_contact_on"] = None
    return applying(live(answer) for answer in if_discharged(person.pk, said, on))
