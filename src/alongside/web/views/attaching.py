"""Keeping a file with a record."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.apps import apps
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from alongside.access.clock import today
from alongside.access.policies_of_files import may_attach_file
from alongside.ledger.events import record_read
from alongside.records.actions import attach, document_exemption
from alongside.records.models import AttachedTo, Attachment, Exemption

from ..entry import enter
from ..forms_amending import AttachForm
from ..shown_at import shown_at
from ..whose import fetched_along, subject_of

MODELS = {model._meta.db_table: model for model in apps.get_app_config("records").get_models()}


def attach_file(request: HttpRequest, kind: str, key: UUID) -> HttpResponse:
    """Choose a file and keep it with a record; those it already has stand beside."""
    if kind not in AttachedTo.values:
        raise Http404("No file is kept with this.")
    record: Any = get_object_or_404(MODELS[kind]._default_manager.select_related(*fetched_along(MODELS[kind])), pk=key)
    may_attach_file(request.membership, record)
    record_read(kind, row=record.pk, subject=subject_of(record), detail="to attach")

    def keep(form: AttachForm) -> str:
        file = form.cleaned_data["file"]
        attach(record=record, content=file.read(), name=file.name, by=request.user)
        if isinstance(record, Exemption):
            document_exemption(exemption=record, on=today(), by=request.user)
        return shown_at(record)

    files = Attachment.objects.filter(kind=kind, record=record.pk).defer("content").select_related("uploaded_by")
    page = {
        "kind": kind, "word": AttachedTo(kind).label.lower(), "record": record, "files": files,
        "back": shown_at(record), "button": "Attach the file",
    }  # fmt: skip
    return enter(request, AttachForm, keep, template="amending/attach.html", page=page, done="The file is kept.")
