"""One person's training: recorded, changed while nobody signed, signed for the county, printed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from alongside.access.clock import today
from alongside.access.training_policies import may_keep_page_signed_by_hand, may_record_training, may_sign_for_county
from alongside.ledger.events import record_read
from alongside.records.actions import Hand, attach, change_sheet, discard_sheet, gather_sessions, record_sheet, sign
from alongside.records.actions.signing import shown_to_sign
from alongside.records.models import Capacity, Document, DocumentKind, Method, ProviderKind, StaffMember, TrainingSheet
from alongside.records.models.kept import sha256
from alongside.records.problems import Problems
from alongside.reviews.scope import staff_seen

from ..confirmed import asked_of
from ..entry import enter, sentence
from ..forms_training import OwnSessionForm, PageByHandForm, SessionForm, hours_on
from ..training_sheets import sheets_of
from ..training_signing import STATEMENT, sign_chosen

WITH = ("staff__person", "staff__provider", "program", "training_class")


def record_training(request: HttpRequest, staff_id: UUID) -> HttpResponse:
    """Record training of one person: the person's own, or by those who run the program."""
    member = _member(request, staff_id)
    may_record_training(request.membership, member)
    back = reverse("staff_member", args=[member.pk])

    def record(form: OwnSessionForm) -> str:
        sheet = record_sheet(staff=member, held=form.held, on=today(), by=request.user)
        if file := form.cleaned_data.get("file"):
            attach(record=sheet, content=file.read(), name=file.name, by=request.user)
        return f"{back}#sessions"

    page = {"member": member, "heading": "Record training", "button": "Record it", "back": back}
    done = "The training is recorded. The county or Tribal agency signs for it next."
    return enter(request, OwnSessionForm, record, template="training/session.html", page=page, done=done)


def change_training(request: HttpRequest, sheet_id: UUID) -> HttpResponse:
    """Put a record right that nobody has signed."""
    sheet = _sheet(request, sheet_id)
    may_record_training(request.membership, sheet.staff)
    if (signed := Document.of(DocumentKind.TRAINING_SHEET, sheet.pk)) is not None:
        messages.info(request, "This record is signed and stays as it is.")
        return redirect("document", signed.pk)
    back = reverse("staff_member", args=[sheet.staff_id])

    def record(form: SessionForm) -> str:
        change_sheet(sheet=sheet, version=form.read_version, held=form.held, on=today(), by=request.user)
        return f"{back}#sessions"

    page = {"member": sheet.staff, "heading": "Change a training record", "button": "Save", "back": back}
    page["discards"] = sheet
    return enter(
        request, SessionForm, record, template="training/session.html", page=page, initial=_as_read(sheet),
        done="The training record is changed.",
    )  # fmt: skip


def discard_training(request: HttpRequest, sheet_id: UUID) -> HttpResponse:
    """Take away a record made by mistake, while nobody has signed it."""
    if request.method != "POST":
        return HttpResponse(status=405)
    sheet = _sheet(request, sheet_id)
    may_record_training(request.membership, sheet.staff)
    try:
        discard_sheet(sheet=sheet, on=today(), by=request.user)
    except Problems as problems:
        messages.error(request, " ".join(sentence(problem) for problem in problems.problems))
    else:
        messages.success(request, "The training record is taken away. The ledger keeps that it was there.")
    return redirect("staff_member", sheet.staff_id)


def gather_training(request: HttpRequest, staff_id: UUID) -> HttpResponse:
    """Put sessions that came without a signature on records of their own, so that they can be completed and signed."""
    if request.method != "POST":
        return HttpResponse(status=405)
    member = _member(request, staff_id)
    may_record_training(request.membership, member)
    loose = member.trainings.filter(training_sheet=None, county_signed_by=None)
    try:
        gather_sessions(sessions=list(loose), on=today(), by=request.user)
    except Problems as problems:
        messages.error(request, " ".join(sentence(problem) for problem in problems.problems))
    return redirect(f"{reverse('staff_member', args=[member.pk])}#waiting")


def sign_training(request: HttpRequest, staff_id: UUID) -> HttpResponse:
    """Everything of one person that waits for the county's signature, to sign together."""
    member = _member(request, staff_id)
    found = member.training_sheets.filter(county_signed_on=None).select_related(*WITH).prefetch_related("sessions")
    waiting = sheets_of(found, request.membership)
    wrong = sign_chosen(request, waiting) if request.method == "POST" else ""
    if request.method == "POST" and not wrong:
        return redirect(f"{reverse('staff_member', args=[member.pk])}#sessions")
    page = {"member": member, "waiting": waiting, "wrong": wrong, "statement": STATEMENT}
    page |= {"confirmation": asked_of(request), "can_sign": any(one.may_be_signed for one in waiting)}
    return render(request, "training/sign.html", page, status=422 if wrong else 200)


def training_on_paper(request: HttpRequest, sheet_id: UUID) -> HttpResponse:
    """Attach the page on which somebody of the agency signed by hand; it binds like every other signature."""
    sheet = _sheet(request, sheet_id)
    may_sign_for_county(request.membership, sheet)
    may_keep_page_signed_by_hand(request.membership, sheet)
    if (signed := Document.of(DocumentKind.TRAINING_SHEET, sheet.pk)) is not None:
        return redirect("document", signed.pk)
    agency = StaffMember.objects.filter(provider__kind=ProviderKind.PROGRAM_AGENCY).select_related("person")
    signers = list(agency.exclude(person_id=sheet.staff.person_id).order_by("person__family_name"))
    _, content = shown_to_sign(sheet)

    def record(form: PageByHandForm) -> str:
        file, now = form.cleaned_data["file"], timezone.now()
        page = attach(record=sheet, content=file.read(), name=file.name, by=request.user)
        given = sign(
            record=sheet, capacity=Capacity.COUNTY, content_hash=sha256(content),
            hand=Hand(Method.SCANNED, attachment=page, signed_on=form.cleaned_data["signed_on"]),
            staff=next(one for one in signers if str(one.pk) == form.cleaned_data["signer"]),
            at=now, on=timezone.localtime(now).date(), by=request.user,
        )  # fmt: skip
        return reverse("document", args=[given.document_id])

    def form(*args: Any, **kwargs: Any) -> PageByHandForm:
        return PageByHandForm(*args, signers=signers, **kwargs)

    back = reverse("staff_member", args=[sheet.staff_id])
    held = sheets_of([sheet], request.membership)[0]
    page = {"member": sheet.staff, "held": held, "back": back, "button": "Keep the signed page"}
    done = "The signed page is kept. Nobody can change the record from now on."
    return enter(request, form, record, template="training/paper.html", page=page, done=done)


def _member(request: HttpRequest, staff_id: UUID) -> StaffMember:
    seen = staff_seen(request.membership).select_related("person", "provider")
    member: StaffMember = get_object_or_404(seen, pk=staff_id)
    record_read("staff", row=member.pk, subject=member.pk)
    return member


def _sheet(request: HttpRequest, sheet_id: UUID) -> TrainingSheet:
    seen = TrainingSheet.objects.filter(staff__in=staff_seen(request.membership)).select_related(*WITH)
    sheet: TrainingSheet = get_object_or_404(seen.prefetch_related("sessions"), pk=sheet_id)
    record_read("training_sheet", row=sheet.pk, subject=sheet.staff_id)
    return sheet


def _as_read(sheet: TrainingSheet) -> dict[str, Any]:
    sessions = list(sheet.sessions.all())
    first = sessions[0] if sessions else None
    said = {name: getattr(first, name, None) for name in ("held_on", "method", "content")}
    hours = {hours_on(str(one.topic)): one.hours for one in sessions}
    return {**said, **hours, "source": sheet.source or "", "version": sheet.version}
