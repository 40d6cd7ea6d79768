"""Background checks, changes of circumstances and certificates of a staff member."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from alongside.access.clock import today
from alongside.access.policies import may_change_records
from alongside.ledger.events import record_read
from alongside.records.actions import record_background_check, record_changed_circumstance, record_credential
from alongside.records.models import BackgroundCheck, ChangedCircumstance, Credential, ProgramRecord, StaffMember
from alongside.reviews.scope import staff_seen

from ..entry import EntryForm, enter
from ..forms_staff_papers import CertificateForm, ChangeForm, CheckForm
from ..put_right import put_right


@dataclass(frozen=True)
class Paper:
    """One kind of paper of a staff member: its form, how it is recorded, and what its pages are called."""

    model: type[ProgramRecord]
    form: type[EntryForm]
    act: Callable[..., Any]
    word: str
    lead: str = ""


PAPERS = {
    "check": Paper(
        BackgroundCheck,
        CheckForm,
        record_background_check,
        "a background check",
        "Three items stand behind it, and the confirmation F-02565. Enter the days of what is on file.",
    ),
    "change": Paper(
        ChangedCircumstance,
        ChangeForm,
        record_changed_circumstance,
        "a change of circumstances",
        "From this day a new background check is asked for.",
    ),
    "certificate": Paper(Credential, CertificateForm, record_credential, "a certificate"),
}


def add_staff_paper(request: HttpRequest, staff_id: UUID, kind: str) -> HttpResponse:
    """Record a background check, a change of circumstances or a certificate. `kind` is a word of `PAPERS`."""
    member = _member(request, staff_id)
    if kind not in PAPERS:
        raise Http404("There is no such paper of a staff member.")
    paper, back = PAPERS[kind], reverse("staff_member", args=[member.pk])

    def record(form: EntryForm) -> str:
        paper.act(staff=member, **form.values, on=today(), by=request.user)
        return f"{back}#papers"

    page = {
        "member": member,
        "heading": f"Record {paper.word}",
        "button": "Record it",
        "back": back,
        "lead": paper.lead,
    }
    done = f"{paper.word.capitalize()} is recorded."
    return enter(request, paper.form, record, template="staff/paper.html", page=page, done=done)


def correct_staff_paper(request: HttpRequest, staff_id: UUID, kind: str, key: UUID) -> HttpResponse:
    """Correct one of them."""
    member = _member(request, staff_id)
    if kind not in PAPERS:
        raise Http404("There is no such paper of a staff member.")
    paper = PAPERS[kind]
    record = get_object_or_404(paper.model._default_manager, pk=key, staff=member)
    back = f"{reverse('staff_member', args=[member.pk])}#papers"
    page = {"member": member, "heading": f"Correct {paper.word}", "back": back, "lead": paper.lead}
    return put_right(request, record, paper.form, template="staff/paper.html", page=page)


def _member(request: HttpRequest, staff_id: UUID) -> StaffMember:
    member: StaffMember = get_object_or_404(staff_seen(request.membership).select_related("person"), pk=staff_id)
    may_change_records(request.membership, member)
    record_read("staff", row=member.pk, subject=member.pk, detail="papers")
    return member
