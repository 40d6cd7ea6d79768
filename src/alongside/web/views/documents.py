"""What was signed, and the files that belong to records."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from alongside.access.clock import today
from alongside.access.policies import may_open_record
from alongside.access.policies_of_files import may_attach_file
from alongside.access.roles import Role
from alongside.ledger.events import record_export, record_read
from alongside.records.models import AttachedTo, Attachment, Document, DocumentKind, ProgressNote, Signature
from alongside.records.released import released
from alongside.records.snapshots import SIGNABLE
from alongside.records.verifying import flaws_of

from ..amending import AMENDABLE, history
from ..downloads import download
from ..letting_out import let_go
from ..signers import said_of, signers_of
from ..whose import fetched_along, subject_of


def document(request: HttpRequest, document_id: UUID) -> HttpResponse:
    """One signed document: what was shown, who signed, and that nothing was altered since."""
    signatures = Signature.objects.select_related("attachment").defer("attachment__content").order_by("signed_at", "pk")
    held = Document.objects.select_related("participant").prefetch_related(Prefetch("signatures", signatures))
    found = get_object_or_404(held, pk=document_id)
    record = opened(request, found.kind, found.record)
    record_read("document", row=found.pk, subject=subject_of(found), detail=found.kind)
    given = list(found.signatures.all())
    page = {
        "document": found,
        "record": record,
        "content": found.shown,
        "signatures": [(one, said_of(one)) for one in given],
        "flaws": flaws_of(found, given),
        **_amending(request, record, str(found.kind)),
        "signers": signers_of(record, found, request.membership, today()),
    }
    return render(request, "documents/document.html", page)


def attachment(request: HttpRequest, attachment_id: UUID) -> HttpResponse:
    """A file, as a download and nothing else."""
    found = get_object_or_404(Attachment, pk=attachment_id)
    if found.kind in DocumentKind.values:
        opened(request, found.kind, found.record)
    else:
        may_open_record(request.membership, found)
    let_go(request, found.participant_id)
    record_export("attachment", rows=1, subject=subject_of(found))
    return download(bytes(found.content), found.media_type, _ascii(found))


def opened(request: HttpRequest, kind: str, key: UUID) -> Any:
    """The record a document or file is about, where it is open to the reader. From a seat, notes that are released."""
    model, _ = SIGNABLE[DocumentKind(kind)]
    record: Any = get_object_or_404(model._default_manager.select_related(*fetched_along(model)), pk=key)
    may_open_record(request.membership, record)
    if request.membership.is_seat and model is ProgressNote:
        is_asked = request.membership.program.is_sign_off_asked
        seen = released(
            record.participant_id,
            is_sign_off_asked=is_asked,
            to_representative=request.membership.role == Role.REPRESENTATIVE,
        )
        if not seen.filter(pk=key).exists():
            raise Http404("This note is not released.")
    return record


def _amending(request: HttpRequest, record: Any, kind: str) -> dict[str, Any]:
    """What came before and after by amendment, and whether the reader may amend it and attach files."""
    how = AMENDABLE.get(kind)
    texts = history(record) if how and not request.membership.is_seat else []
    is_newest = bool(texts) and texts[0].record == record
    return {
        "texts": texts,
        "may_amend": is_newest and how is not None and how.refusal(request.membership, record) is None,
        "may_attach": may_attach_file.allowed(request.membership, record),
    }


def _ascii(found: Attachment) -> str:
    """The file's name in plain letters, with the ending of what it is."""
    ending = {"application/pdf": ".pdf", "image/png": ".png", "image/jpeg": ".jpg"}[found.media_type]
    stem = found.name.rpartition(".")[0] or found.name
    plain = stem.encode("ascii", "ignore").decode().strip() or AttachedTo(found.kind).label
    return f"{plain}{ending}"
