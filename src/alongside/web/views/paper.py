"""Documents leaving on paper: accessible PDF, and the state's Word forms filled in."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from alongside.access.policies import may_open_record
from alongside.access.policies_of_files import may_attach_to_signed
from alongside.exchange.forms.paper import PDF, as_shown, preview, printed
from alongside.exchange.forms.sources import texts
from alongside.exchange.forms.word import filled
from alongside.ledger.events import record_export
from alongside.records.models import Attachment, Document, DocumentKind, IncidentReport, StateForm

from ..downloads import download
from ..letting_out import let_go
from ..person import framed, person_for
from ..treatment import treatment_of
from ..whose import subject_of
from .documents import opened

MOST = 200
NOT_OF_TREATMENT = (DocumentKind.ASSESSMENT, DocumentKind.SUPPORT_PLAN, DocumentKind.TRAINING_SHEET)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def documents_of(request: HttpRequest, participant_id: UUID) -> HttpResponse:
    """Everything signed about a participant, and the files that belong to the records."""
    person = person_for(request, participant_id)
    signed = person.documents.prefetch_related("signatures")
    kind = request.GET.get("kind", "")
    if kind in DocumentKind.values:
        signed = signed.filter(kind=kind)
    page = {
        "documents": [one for one in signed[:MOST] if _is_open(request, one)],
        "attachments": [
            one
            for one in person.attachments.defer("content").select_related("uploaded_by")[:MOST]
            if _is_open(request, one)
        ],
        "kinds": _kinds(request),
        "kind": kind,
        "may_attach": may_attach_to_signed.allowed(request.membership, person),
        "blanks": blanks_by_kind(),
    }
    return render(request, "documents/of_participant.html", framed(request, person, **page))


def _kinds(request: HttpRequest) -> list[tuple[str, str]]:
    """The kinds the program's law knows, with the word it has for its plan."""
    law = treatment_of(request.membership)
    if law is None:
        return list(DocumentKind.choices)
    named = {DocumentKind.SERVICE_PLAN: law.word.capitalize()}
    return [(kind, named.get(kind, kind.label)) for kind in DocumentKind if kind not in NOT_OF_TREATMENT]


def document_pdf(request: HttpRequest, document_id: UUID) -> HttpResponse:
    """A signed document, the same bytes each time."""
    document = _document(request, document_id)
    let_go(request, document.participant_id)
    record_export(document.kind, rows=1, subject=subject_of(document))
    return download(printed(document, by=request.user), PDF, f"{document.title} {document.created_at:%Y-%m-%d}.pdf")


def document_word(request: HttpRequest, document_id: UUID, state_form_id: UUID) -> HttpResponse:
    """A signed document in the state's own form."""
    document = _document(request, document_id)
    form = get_object_or_404(StateForm.objects.select_related("match"), pk=state_form_id, kind=document.kind)
    found = texts(document.shown, [as_shown(one) for one in document.signatures.order_by("signed_at")])
    given = {place: found.get(text, "") for place, text in form.match.places.items()}
    let_go(request, document.participant_id)
    record_export(document.kind, rows=1, subject=subject_of(document))
    name = f"{form.number} {document.created_at:%Y-%m-%d}.docx"
    return download(filled(bytes(form.content), form.name, given), WORD, name)


def record_pdf(request: HttpRequest, kind: str, key: UUID) -> HttpResponse:
    """A record nobody has signed yet, on paper, marked as not signed. A signed one leads to what was signed."""
    if kind not in DocumentKind.values:
        raise Http404("There is no such record.")
    record = opened(request, kind, key)
    let_go(request, getattr(record, "participant_id", None))
    record_export(kind, rows=1, subject=subject_of(record))
    signed = Document.of(kind, key)
    content = printed(signed, by=request.user) if signed else preview(record)
    return download(content, PDF, f"{kind.replace('_', ' ')}{'' if signed else ' not signed'}.pdf")


def blanks_by_kind() -> dict[str, list[StateForm]]:
    """The newest blank of each number, by the kind of document it is for."""
    found: dict[str, dict[str, StateForm]] = {}
    for form in StateForm.objects.defer("content").order_by("number", "-created_at"):
        found.setdefault(form.kind, {}).setdefault(form.number, form)
    return {kind: list(forms.values()) for kind, forms in found.items()}


def _is_open(request: HttpRequest, kept: Document | Attachment) -> bool:
    """Whoever opens the participant opens what is kept about them; only reports of incidents ask for more."""
    if kept.kind != DocumentKind.INCIDENT_REPORT:
        return True
    report = IncidentReport.objects.filter(pk=kept.record).select_related("participant").first()
    return report is not None and may_open_record.allowed(request.membership, report)


def _document(request: HttpRequest, document_id: UUID) -> Document:
    document = get_object_or_404(Document.objects.select_related("template"), pk=document_id)
    opened(request, document.kind, document.record)
    return document
