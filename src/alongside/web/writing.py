"""What the writing aid found in a text, as a page shows it: the text in pieces, each with what it judges."""

from __future__ import annotations

from collections.abc import Sequence

from alongside.packs.illinois_peer.sections import PAPERS
from alongside.packs.illinois_peer.writing_aid import Mark
from alongside.packs.illinois_peer.writing_roles import ROLES

LONGEST = 20_000
TEXTS = ("body", "what_was_done", "response", "purpose", "outcome", "reason", "condition", "own_words", "as_seen")
NAMES = {"incident_report": "Incident report", "discharge": "Discharge papers"}
USUAL = ("incident_report", "crss")


def asked(paper: str | None, role: str | None) -> tuple[str, str]:
    """The paper and the role asked about; the usual ones for those there are not."""
    return paper if paper in PAPERS else USUAL[0], role if role in ROLES else USUAL[1]


def pieces(text: str, marks: Sequence[Mark]) -> list[tuple[str, Mark | None]]:
    """The text from beginning to end, in pieces that judge and pieces that do not. Of marks that overlap the first."""
    found: list[tuple[str, Mark | None]] = []
    at = 0
    for mark in marks:
        if mark.start >= at:
            found += [(text[at : mark.start], None), (text[mark.start : mark.end], mark)]
            at = mark.end
    return [piece for piece in (*found, (text[at:], None)) if piece[0]]
