"""A document as accessible PDF (PDF/UA-1), set by typst: the same bytes each time, on every machine."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import typst

from alongside.records.actions.signing import keep_rendering
from alongside.records.drawing import HEIGHT, WIDTH
from alongside.records.models import Document, ProgramRecord, Rendering, Signature
from alongside.records.snapshots import content_of, kind_of, template_of
from alongside.records.snapshots.wording import moment

if TYPE_CHECKING:
    from alongside.access.models import User

PDF = "application/pdf"
UNDATED = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
SHORT = 16
# What the font that comes with typst has letters for. Anything else is named by its number, and the paper says so.
SHOWN = re.compile(
    "[\n\t -~\u00a0-\u024f\u0370-\u0377\u0384-\u03ce\u0400-\u045f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20ac\u2122]"
)
SAYS_WHICH = re.compile(r"the text `\"(.+?)\"` could not be displayed")
MOST_LETTERS = 400


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


def on_paper(
    content: dict[str, Any],
    template: str,
    *,
    signatures: Iterable[dict[str, str]] = (),
    is_draft: bool = False,
    at: datetime.datetime = UNDATED,
) -> bytes:
    """Content in a template, as the bytes of a PDF. `at` is the moment the PDF says it was made."""
    given = json.dumps(content, ensure_ascii=False)
    signed = json.dumps(list(signatures), ensure_ascii=False)
    unknown: set[str] = {letter for letter in given + signed if not SHOWN.match(letter)}
    for _ in range(MOST_LETTERS):
        inputs = {
            "document": _named(given, unknown),
            "signatures": _named(signed, unknown),
            "draft": "yes" if is_draft else "",
            "unknown": "yes" if unknown else "",
        }
        try:
            return bytes(
                typst.compile(
                    template.encode(), sys_inputs=inputs, pdf_standards=["ua-1"], ignore_system_fonts=True, timestamp=at
                )
            )
        except typst.TypstError as error:
            missing = SAYS_WHICH.search(str(error))
            if missing is None or set(missing[1]) <= unknown:
                raise
            unknown |= set(missing[1])
    raise ValueError("This text holds more kinds of letters than the paper's font can be asked about.")


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


def _named(text: str, unknown: set[str]) -> str:
    """The text with letters the font lacks written as their Unicode numbers."""
    return "".join(f"[U+{ord(letter):04X}]" if letter in unknown else letter for letter in text)
