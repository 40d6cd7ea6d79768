"""Signing a record: it is read as it will be frozen, and signed by who is there."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from alongside.access.clock import today
from alongside.access.policies import may_open_record
from alongside.ledger.events import record_read
from alongside.records.actions import ChangedMeanwhile
from alongside.records.actions import sign as give
from alongside.records.actions.signing import shown_to_sign
from alongside.records.models import DocumentKind, StaffMember
from alongside.records.models.kept import sha256
from alongside.records.problems import Problems
from alongside.records.snapshots import SIGNABLE

from ..confirmed import asked_of, wrong_in
from ..entry import sentence
from ..note_gate import stopped_before_signing
from ..signers import Place, signers_of
from ..signing_form import SigningForm, shown_content
from ..whose import fetched_along, subject_of


def sign(request: HttpRequest, kind: str, key: UUID) -> HttpResponse:
    """Read what would be signed and choose who signs; with `as`, sign."""
    record = signable(request, kind, key)
    choice = request.POST.get("as") or request.GET.get("as", "")
    document, content = shown_to_sign(record)
    signers = signers_of(record, document, request.membership, today())
    if not choice and request.membership.is_seat and len(signers.open) == 1:
        choice = signers.open[0].choice
    place = signers.chosen(choice)
    page: dict[str, Any] = {
        "record": record, "kind": kind, "document": document, "content": shown_content(content), "signers": signers,
        "place": place, "content_hash": sha256(content),
    }  # fmt: skip
    if request.method == "POST" and place is not None and place.given is not None:  # sent twice
        return redirect("document", place.given.document_id)
    if place is None or place.is_given:
        return render(request, "signing/sign.html", page)
    if place.refusal:
        page["refusal"] = place.refusal
        return render(request, "signing/sign.html", page)
    if stopped := stopped_before_signing(request, record, place.capacity):
        return redirect(stopped)
    page["confirmation"] = asked_of(request) if place.is_staffs else None
    form = SigningForm(request.POST or None, request.FILES or None, place=place, is_seat=request.membership.is_seat)
    page["form"] = form
    if request.method != "POST":
        return render(request, "signing/sign.html", page)
    return _signed(request, record, place, form) or _again(request, record, page)


def signable(request: HttpRequest, kind: str, key: UUID) -> Any:
    """The record of that kind and key. Raises Http404, and NotAllowed where it is not open to the reader."""
    if kind not in DocumentKind.values:
        raise Http404("Nothing of this kind is signed.")
    model, _ = SIGNABLE[DocumentKind(kind)]
    record: Any = get_object_or_404(model._default_manager.select_related(*fetched_along(model)), pk=key)
    may_open_record(request.membership, record)
    record_read(kind, row=record.pk, subject=subject_of(record), detail="to sign")
    return record


def _signed(request: HttpRequest, record: Any, place: Place, form: SigningForm) -> HttpResponse | None:
    """Give the signature; None where something stands in the way, which the form then says."""
    if not form.is_valid():
        return None
    if place.is_staffs and (wrong := wrong_in(request)):
        form.add_error("password", wrong)
        return None
    now = timezone.now()
    try:
        with transaction.atomic():
            signature = give(
                record=record,
                capacity=place.capacity,
                content_hash=form.cleaned_data["content_hash"],
                hand=form.hand(record, by=request.user),
                representative=place.representative,
                staff=_staff(request) if place.is_staffs else None,
                at=now,
                on=timezone.localtime(now).date(),
                by=request.user,
            )
    except Problems as problems:
        form.refuse([(problem.field, sentence(problem)) for problem in problems.problems])
        return None
    except ChangedMeanwhile as changed:
        form.changed = str(changed)
        return None
    messages.success(request, f"Signed by {signature.signer_name}. Nobody can change it from now on.")
    return redirect("document", signature.document_id)


def _again(request: HttpRequest, record: Any, page: dict[str, Any]) -> HttpResponse:
    """The page once more, with what is wrong, what was typed, and the record as it stands now."""
    form: SigningForm = page["form"]
    record.refresh_from_db()
    _, content = shown_to_sign(record)
    page |= {"content": shown_content(content), "content_hash": sha256(content), "confirmation": page["confirmation"]}
    return render(request, "signing/sign.html", page, status=409 if form.changed else 422)


def _staff(request: HttpRequest) -> StaffMember | None:
    """The staff member who is signed in, where the membership says which."""
    return StaffMember.objects.filter(pk=request.membership.staff_id).first()
