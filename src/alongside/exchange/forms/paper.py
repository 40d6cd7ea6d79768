"""A document on paper: its first printing is kept, and a draft says that it is not signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.records.actions.signing import keep_rendering
from alongside.records.drawing import HEIGHT, WIDTH
from alongside.records.models import Document, ProgramRecord, Rendering, Signature
from alongside.records.snapshots import content_of, kind_of, template_of
from alongside.records.snapshots.wording import moment

if TYPE_CHECKING:
    from alongside.access.models import User
from .typeset import on_paper

PDF = "application/pdf"
SHORT = 16


def printed(document: Document, *, by: User | None) -> bytes:
    """A signed document with the signatures it has. Its first printing is kept, and is what every later one returns."""
    signatures = list(document.signatures.order_by("signed_at", "capacity"))
    kept = Rendering.objects.filter(document=document, media_type=PDF, signature_count=len(signatures)).first()
    if kept is None:
        at = max((one.signed_at for one in signatures), default=document.created_at)
        content = on_paper(document.shown, document.template.text, signatures=map(as_shown, signatures), at=at)
        kept = keep_rendering(document=document, content=content, media_type=PDF, by=by)
    return bytes(kept.content)


def preview(record: ProgramRecord) -> bytes:
    """A record nobody has signed yet, marked as not signed on every page."""
    return on_paper(content_of(record), template_of(kind_of(record)), is_draft=True)


def as_shown(signature: Signature) -> dict[str, str]:
    """A signature as the paper says it, with its drawing where it was drawn."""
    said = {
        "name": signature.signer_name,
        "capacity": str(signature.get_capacity_display()),
        "signed": moment(signature.signed_at),
        "statement": signature.statement,
        "method": str(signature.get_method_display()),
        "hash": signature.signature_hash[:SHORT],
    }
    if signature.witness_name:
        said["method"] += f", witnessed by {signature.witness_name}"
    if signature.drawing:
        said["drawing"] = (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
            f'<path d="{signature.drawing}" fill="none" stroke="black" stroke-width="3"/></svg>'
        )
    return said
