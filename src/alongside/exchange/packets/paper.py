"""The very paper a packet holds of one record: what was signed, byte for byte; else a copy marked as not signed; or a
scanned file of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.apps import apps

from alongside.records.models import Attachment, Document, DocumentKind, FunctionalScreen, MediaType, ProgramRecord
from alongside.records.snapshots import VERSION, content_of, template_of
from alongside.records.snapshots.wording import label, said, section

from ..forms.paper import printed
from ..forms.typeset import on_paper
from .combining import page_count
from .sheets import scan_page

if TYPE_CHECKING:
    from alongside.access.models import User

SIGNED_ON = {
    "participant_signed_on": "Participant signed on",
    "representative_signed_on": "Representative signed on",
    "representative_signed_by": "Representative who signed",
    "coordinator_signed_on": "Service coordinator signed on",
    "coordinator_signed_by": "Service coordinator who signed",
}


def paper_of(kind: str, key: UUID, attachment: UUID | None, *, by: User | None) -> tuple[bytes, int, bool]:
    """The PDF of a record, or of a file of it, its pages, and whether it is what was signed here. Raises ValueError for
    a file that does not open."""
    signed = None if attachment else Document.objects.filter(kind=kind, record=key).select_related("template").first()
    if signed is not None:
        content = printed(signed, by=by)
        return content, page_count(content), True
    content = _file(attachment) if attachment else copy_of(kind, key)
    return content, page_count(content), False


def copy_of(kind: str, key: UUID) -> bytes:
    """What is recorded and nobody signed here, marked as not signed on every page."""
    model: Any = apps.get_model("records", MODELS[kind])
    record = model.objects.select_related("program", "participant").get(pk=key)
    return on_paper(_unsigned(record), _template(kind), is_draft=True)


MODELS = {
    "service_plan": "ServicePlan",
    "assessment": "Assessment",
    "discharge_summary": "DischargeSummary",
    "functional_screen": "FunctionalScreen",
}


def _template(kind: str) -> str:
    return template_of(DocumentKind.SERVICE_PLAN if kind == "functional_screen" else DocumentKind(kind))


def _unsigned(record: ProgramRecord) -> dict[str, Any]:
    """What is recorded, and the signatures somebody noted from paper."""
    if isinstance(record, FunctionalScreen):
        return _screen(record)
    content = content_of(record)
    noted = [(name, getattr(record, field, None)) for field, name in SIGNED_ON.items()]
    given = [(name, value) for name, value in noted if value not in (None, "")]
    if given:
        content["sections"].append(section("Signatures on paper, as recorded", *given))
    return content


def _screen(screen: FunctionalScreen) -> dict[str, Any]:
    """The result of a functional screen: it is made in the state's own system, and signed nowhere else."""
    person = screen.participant
    return {
        "form": "",
        "title": "Functional screen result",
        "program": screen.program.name,
        "participant": {
            "name": person.name or person.medicaid_id,
            "medicaid_id": person.medicaid_id,
            "born_on": person.born_on.isoformat() if person.born_on else "",
        },
        "sections": [
            section(
                "The screen, as recorded",
                ("Screen", label(screen, "kind")),
                ("Type", label(screen, "type")),
                ("Completed on", screen.completed_on),
                ("Calculated anew on", screen.recalculated_on),
                ("Result", label(screen, "result")),
                ("Screener", said(screen.screener)),
            )
        ],
        "version": VERSION,
    }


def _file(attachment: UUID) -> bytes:
    found = Attachment.objects.get(pk=attachment)
    content = bytes(found.content)
    if found.media_type == MediaType.PDF:
        return content
    return scan_page(content, found.media_type, f"Scanned page: {found.get_kind_display().lower()}")
