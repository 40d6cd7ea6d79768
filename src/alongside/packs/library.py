"""The words documents of other times used."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from alongside.law import Citation


@dataclass(frozen=True)
class OlderWord:
    """What documents of a time called what we call otherwise. `sources` are those known to have used it."""

    word: str
    ours: str
    dates: str
    sources: tuple[str, ...]

    def is_in(self, cites: Iterable[Citation]) -> bool:
        """Whether any of these citations is from such a document, or quotes the word itself."""
        return any(cite.source.id in self.sources or self.word in cite.quote.lower() for cite in cites)
