"""Whose clock runs, and the classes: recorded once for everybody who was there, signed together."""

from __future__ import annotations

import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Min, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from alongside.access.clock import today
from alongside.access.models import Membership
from alongside.access.training_policies import may_record_class
from alongside.ledger.events import record_read, record_search
from alongside.records.actions import record_class
from alongside.records.models import StaffMember, TrainingClass
from alongside.reviews.answers import fresh
from alongside.reviews.scope import staff_seen

from ..confirmed import asked_of
from ..entry import enter
from ..forms_training import ClassForm
from ..training_clocks import clocks, running
from ..training_sheets import sheets_of
from ..training_signing import STATEMENT, sign_chosen
from .training_records import WITH

CLASSES_SHOWN = 20
WAITING_SHOWN = 50
FIRST_GROUP = "The three months are running"


def training(request: HttpRequest) -> HttpResponse:
    """Everybody whose orientation training is open, the next due day first; and the classes held lately."""
    on = today()
    fresh(on)
    found = clocks(request.membership, on)
    listed = [clock.member.pk for clock in (*found.running, *found.over)]
    record_search("staff", found=len(listed), listed=listed)
    held = TrainingClass.objects.filter(sheets__staff__in=staff_seen(request.membership)).distinct()
    page = {
        "on": on, "clocks": found, "classes": held.prefetch_related("sheets")[:CLASSES_SHOWN],
        "waiting": _waiting(request.membership)[:WAITING_SHOWN],
    }  # fmt: skip
    return render(request, "training/clocks.html", page)


def new_class(request: HttpRequest) -> HttpResponse:
    """Record a class once for everybody who was there."""
    on = today()
    may_record_class(request.membership, request.membership.program)
    fresh(on)
    groups = _groups(request.membership, on)

    def form(*args: Any, **kwargs: Any) -> ClassForm:
        return ClassForm(*args, staff=groups, **kwargs)

    def record(form: ClassForm) -> str:
        people = staff_seen(request.membership).filter(pk__in=form.keys).select_related("person", "provider")
        program = request.membership.program
        held = record_class(program=program, held=form.held, attended=list(people), on=on, by=request.user)
        return reverse("training_class", args=[held.pk])

    page = {"back": reverse("training"), "button": "Record the class"}
    done = "The class is recorded for everybody you ticked. What is left is to sign for it."
    return enter(request, form, record, template="training/class_new.html", page=page, done=done)


def training_class(request: HttpRequest, class_id: UUID) -> HttpResponse:
    """One class: who was there, and the records to sign together."""
    classes = TrainingClass.objects.filter(sheets__staff__in=staff_seen(request.membership)).distinct()
    held = get_object_or_404(classes, pk=class_id)
    seen = held.sheets.filter(staff__in=staff_seen(request.membership))
    sheets = sheets_of(seen.select_related(*WITH).prefetch_related("sessions"), request.membership)
    sheets.sort(key=lambda one: (one.sheet.staff.person.family_name, one.sheet.staff.person.given_name))
    record_read("training_class", row=held.pk)
    wrong = sign_chosen(request, sheets) if request.method == "POST" else ""
    if request.method == "POST" and not wrong:
        return redirect("training_class", held.pk)
    page = {
        "held": held, "sheets": sheets, "wrong": wrong, "statement": STATEMENT,
        "confirmation": asked_of(request), "sessions": sheets[0].sessions if sheets else [],
        "can_sign": any(one.may_be_signed for one in sheets),
    }  # fmt: skip
    return render(request, "training/class.html", page, status=422 if wrong else 200)


def _waiting(actor: Membership) -> QuerySet[StaffMember]:
    """The staff members with records nobody signed, each with how many, the longest waiting first."""
    unsigned = Q(training_sheets__county_signed_on=None, training_sheets__isnull=False)
    counted = staff_seen(actor).annotate(
        unsigned=Count("training_sheets", filter=unsigned), since=Min("training_sheets__created_at", filter=unsigned)
    )
    return counted.filter(unsigned__gt=0).select_related("person", "provider").order_by("since", "pk")


def _groups(actor: Membership, on: datetime.date) -> list[tuple[str, list[tuple[str, str]]]]:
    """Who can be ticked: those whose clock runs first, then the others by employer."""
    due = running(actor)
    seen = StaffMember.objects.current(on).filter(pk__in=staff_seen(actor)).select_related("person", "provider")
    groups: dict[str, list[tuple[str, str]]] = {FIRST_GROUP: []}
    ordered = seen.order_by("provider__name", "person__family_name", "person__given_name", "staff_number")
    for member in ordered:
        employer = member.provider.name if member.provider else "Employer not recorded"
        if member.pk in due:
            groups[FIRST_GROUP].append((str(member.pk), f"{member.name}, {employer}"))
        else:
            groups.setdefault(employer, []).append((str(member.pk), member.name))
    days = {str(key): day for key, day in due.items()}
    groups[FIRST_GROUP].sort(key=lambda choice: days[choice[0]] or datetime.date.max)
    return [(name, choices) for name, choices in groups.items() if choices]
