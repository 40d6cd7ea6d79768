"""Guiding documents: what each is, where it binds, which rules rest on it, and the program's own copies."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from alongside.access.policies_of_readings import may_keep_copy
from alongside.ledger.events import record_export
from alongside.packs import PACKS
from alongside.packs.library import GuidingDocument, rules_of
from alongside.packs.pack import Pack
from alongside.records.actions.library import keep_copy
from alongside.records.models import GuidingCopy, MediaType, RateSheet

from ..downloads import download
from ..entry import enter
from ..forms_library import CopyForm

ENDINGS = {MediaType.PDF: ".pdf", MediaType.PNG: ".png", MediaType.JPEG: ".jpg"}


def library(request: HttpRequest) -> HttpResponse:
    """Every document the source names."""
    pack = _pack(request)
    kept = dict(GuidingCopy.objects.values_list("document").annotate(Count("pk")).order_by())
    shown = [(one, rules_of(pack, one), kept.get(one.id, 0)) for one in pack.library]
    page = {"pack": pack, "shown": shown, "sheets": RateSheet.objects.count()}
    return render(request, "library/list.html", page)


def guiding_document(request: HttpRequest, document_id: str) -> HttpResponse:
    """One document, and a place to keep the program's own copy."""
    pack = _pack(request)
    found = _found(pack, document_id)
    program = request.membership.program
    may_keep = may_keep_copy.allowed(request.membership, program)

    def keep(form: Any) -> str:
        may_keep_copy(request.membership, program)
        file = form.cleaned_data["file"]
        edition = form.cleaned_data["edition"]
        keep_copy(
            program=program, document=found.id, name=file.name, content=file.read(), edition=edition, by=request.user
        )
        return reverse("guiding_document", args=[found.id])

    page = {
        "found": found,
        "rules": rules_of(pack, found),
        "copies": GuidingCopy.objects.filter(document=found.id).defer("content").select_related("uploaded_by"),
        "may_keep": may_keep,
        "button": "Keep this copy",
        "is_worksheet": found.kind == "worksheet",
    }
    return enter(request, CopyForm, keep, template="library/one.html", page=page, done="The copy is kept.")


def guiding_copy(request: HttpRequest, copy_id: UUID) -> HttpResponse:
    """One of the program's own copies, as a download."""
    copy = get_object_or_404(GuidingCopy, pk=copy_id)
    record_export("guiding_copy", rows=1)
    stem = copy.name.rpartition(".")[0] or copy.name
    return download(bytes(copy.content), copy.media_type, f"{stem}{ENDINGS[MediaType(copy.media_type)]}")


def _pack(request: HttpRequest) -> Pack:
    return PACKS[request.membership.program.pack]


def _found(pack: Pack, document_id: str) -> GuidingDocument:
    found = next((one for one in pack.library if one.id == document_id), None)
    if found is None:
        raise Http404("The library has no such document.")
    return found
