"""Files that prove what is recorded of the network: kept with a record, and given out as a download."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.apps import apps
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from alongside.access.network_policies import may_see_provider
from alongside.access.policies import may_change_records
from alongside.ledger.events import record_export, record_read
from alongside.records import actions
from alongside.records.models import ProvenBy, ProviderFile

from ..downloads import download
from ..entry import enter
from ..forms_amending import AttachForm
from ..network import files_of

ENDINGS = {"application/pdf": ".pdf", "image/png": ".png", "image/jpeg": ".jpg"}


def prove(request: HttpRequest, kind: str, key: UUID) -> HttpResponse:
    """Choose a file and keep it with an application, agreement or license."""
    if kind not in ProvenBy.values:
        raise Http404("No file is kept with this.")
    model = next(one for one in apps.get_app_config("records").get_models() if one._meta.db_table == kind)
    record: Any = get_object_or_404(model._default_manager.select_related("provider"), pk=key)
    may_change_records(request.membership, record)
    record_read(kind, row=record.pk, detail="to attach")
    is_application = kind == ProvenBy.AGENCY_APPLICATION
    back = reverse("agency_application") if is_application else reverse("provider", args=[record.provider_id])

    def keep(form: AttachForm) -> str:
        file = form.cleaned_data["file"]
        actions.prove(record=record, content=file.read(), name=file.name, by=request.user)
        return back

    heading = f"Attach a file to the {ProvenBy(kind).label.lower()}"
    page = {"provider": record.provider, "heading": heading, "button": "Attach the file", "back": back}
    page["files"] = files_of(record)
    return enter(request, AttachForm, keep, template="network/attach.html", page=page, done="The file is kept.")


def provider_file(request: HttpRequest, provider_file_id: UUID) -> HttpResponse:
    """A file, as a download and nothing else."""
    found = get_object_or_404(ProviderFile.objects.select_related("provider"), pk=provider_file_id)
    may_see_provider(request.membership, found.provider)
    record_export("provider_file", rows=1)
    stem = (found.name.rpartition(".")[0] or found.name).encode("ascii", "ignore").decode().strip()
    name = f"{stem or ProvenBy(found.kind).label}{ENDINGS[found.media_type]}"
    return download(bytes(found.content), found.media_type, name)
