"""Exemptions from orientation training: written with the rule's tests beside, sent by the program, decided."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from alongside.access.clock import today
from alongside.access.training_policies import may_ask_for_exemption, may_record_decision
from alongside.ledger.events import record_read
from alongside.records.actions import attach, decide_exemption, request_exemption, send_exemptions
from alongside.records.models import Exemption, StaffMember
from alongside.reviews.scope import staff_seen

from ..entry import enter
from ..exemptions import GRANTED, letter_of, tests_of
from ..forms_exemptions import AskForm, DecisionForm, SentForm


def ask_exemption(request: HttpRequest, staff_id: UUID) -> HttpResponse:
    """Write a request, one for each topic; it is sent afterwards."""
    on = today()
    member = _member(request, staff_id)
    may_ask_for_exemption(request.membership, member)

    def record(form: AskForm) -> str:
        file = form.cleaned_data.get("file")
        content = file.read() if file else b""
        for topic, hours in form.asked.items():
            asked = request_exemption(
                staff=member, topic=topic, hours=hours, is_documented=True if file else None, **form.earlier, on=on,
                by=request.user,
            )  # fmt: skip
            if file:
                attach(record=asked, content=content, name=file.name, by=request.user)
        return reverse("send_exemption", args=[member.pk])

    page: dict[str, Any] = {
        "member": member, "on": on, "back": reverse("staff_member", args=[member.pk]), "left_out": GRANTED,
        "button": "Write the request", "shown": tests_of(AskForm(request.POST, request.FILES), member, on=on),
    }  # fmt: skip
    done = "The request is written. Now send it to the Division, and record that you did."
    return enter(request, AskForm, record, template="training/exemption_ask.html", page=page, done=done)


def check_exemption(request: HttpRequest, staff_id: UUID) -> HttpResponse:
    """What the rule's tests say of what is being written. Nothing is saved."""
    if request.method != "POST":
        raise Http404
    member = get_object_or_404(staff_seen(request.membership).select_related("person"), pk=staff_id)
    may_ask_for_exemption(request.membership, member)
    shown = tests_of(AskForm(request.POST, request.FILES), member, on=today())
    return render(request, "training/exemption_tests.html", {"shown": shown, "left_out": GRANTED})


def send_exemption(request: HttpRequest, staff_id: UUID) -> HttpResponse:
    """The e-mail to the Division for everything written and not sent; then who sent it, and when."""
    on = today()
    member = _member(request, staff_id)
    may_ask_for_exemption(request.membership, member)
    back = f"{reverse('staff_member', args=[member.pk])}#exemptions"
    waiting = list(member.exemptions.filter(requested_on=None).order_by("topic"))
    if not waiting:
        return redirect(back)

    def record(form: SentForm) -> str:
        said = form.values
        send_exemptions(
            exemptions=waiting, requested_on=said["requested_on"], sent_by=said["sent_by"], on=on, by=request.user
        )
        return back

    page = {
        "member": member, "waiting": waiting, "back": back, "button": "It was sent",
        "letter": letter_of(member, waiting, request.membership.program.name),
    }  # fmt: skip
    start = {"requested_on": on, "sent_by": request.user.name}
    done = "Recorded as sent. The Division decides; record its answer when it comes."
    return enter(
        request, _both_needed, record, template="training/exemption_send.html", page=page, initial=start, done=done
    )


def decide(request: HttpRequest, exemption_id: UUID) -> HttpResponse:
    """Record what the Division decided about one request."""
    seen = Exemption.objects.filter(staff__in=staff_seen(request.membership))
    asked = get_object_or_404(seen.select_related("staff__person", "staff__provider"), pk=exemption_id)
    may_record_decision(request.membership, asked.staff)
    record_read("exemption", row=asked.pk, subject=asked.staff_id)
    back = f"{reverse('staff_member', args=[asked.staff_id])}#exemptions"

    def record(form: DecisionForm) -> str:
        decide_exemption(exemption=asked, **form.values, on=today(), by=request.user)
        return back

    page = {"member": asked.staff, "asked": asked, "back": back, "button": "Record the decision"}
    done = "The decision is recorded. Hours and topics of a granted exemption count from its day."
    return enter(request, _decided, record, template="training/exemption_decide.html", page=page, done=done)


def _both_needed(*args: Any, **kwargs: Any) -> SentForm:
    form = SentForm(*args, **kwargs)
    for field in form.fields.values():
        if not field.widget.is_hidden:
            field.required = True
    form.fields["requested_on"].error_messages["required"] = "Write the day it was sent."
    form.fields["sent_by"].error_messages["required"] = "Write who sent it."
    return form


def _decided(*args: Any, **kwargs: Any) -> DecisionForm:
    form = DecisionForm(*args, **kwargs)
    for name, fix in {"decision": "Choose what it decided.", "decided_on": "Write the day of its answer."}.items():
        form.fields[name].required = True
        form.fields[name].error_messages["required"] = fix
    return form


def _member(request: HttpRequest, staff_id: UUID) -> StaffMember:
    seen = staff_seen(request.membership).select_related("person", "provider")
    member: StaffMember = get_object_or_404(seen, pk=staff_id)
    record_read("staff", row=member.pk, subject=member.pk)
    return member
