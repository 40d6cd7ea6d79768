"""Content in a template, set by typst as accessible PDF (PDF/UA-1): the same bytes each time, on every machine."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import typst

if TYPE_CHECKING:
    pass

UNDATED = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
# What the font that comes with typst has letters for. Anything else is named by its number, and the paper says so.
SHOWN = re.compile(
    "[\n\t -~\u00a0-\u024f\u0370-\u0377\u0384-\u03ce\u0400-\u045f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20ac\u2122]"
)
SAYS_WHICH = re.compile(r"the text `\"(.+?)\"` could not be displayed")
MOST_LETTERS = 400


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
                    template.encode(),
                    sys_inputs=inputs,
                    pdf_standards=["ua-1"],
                    ignore_system_fonts=True,
                    timestamp=at.replace(microsecond=0),
                )
            )
        except typst.TypstError as error:
            missing = SAYS_WHICH.search(str(error))
            if missing is None or set(missing[1]) <= unknown:
                raise
            unknown |= set(missing[1])
    raise ValueError("This text holds more kinds of letters than the paper's font can be asked about.")


def _named(text: str, unknown: set[str]) -> str:
    """The text with letters the font lacks written as their Unicode numbers."""
    return "".join(f"[U+{ord(letter):04X}]" if letter in unknown else letter for letter in text)
