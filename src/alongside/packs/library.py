"""The shape of a pack's library: the documents a program works by, and the words older ones used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from alongside.law import Citation, Rule


@dataclass(frozen=True)
class GuidingDocument:
    """One document or form the source names. `number` is how it is known and filed, as printed; `edition` is the one
    that was read, if any; `binds` says in our words where it binds; `rules` are those that rest on it or ask for it."""

    id: str
    number: str
    title: str
    kind: str
    binds: str
    cite: Citation
    edition: str = ""
    address: str = ""
    note: str = ""
    rules: tuple[str, ...] = ()


class HasRules(Protocol):
    """A pack."""

    @property
    def rules(self) -> Sequence[Rule]: ...
    @property
    def library(self) -> Sequence[GuidingDocument]: ...


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


def rules_of(pack: HasRules, document: GuidingDocument) -> list[Rule]:
    """The rules that rest on a document or name its number in their words, in the pack's order."""
    return [rule for rule in pack.rules if rule.id in document.rules or _is_named(document.number, rule)]


def documents_of(pack: HasRules, rule: Rule) -> list[GuidingDocument]:
    """The documents a rule rests on or names."""
    return [one for one in pack.library if rule.id in one.rules or _is_named(one.number, rule)]


def _is_named(number: str, rule: Rule) -> bool:
    if not any(letter.isdigit() for letter in number):
        return False
    texts = [(c.sentence, c.fix, c.late, *(cite.quote for cite in c.cites)) for c in rule.criteria]
    whole = re.compile(rf"(?<![\w-]){re.escape(number)}(?![\w])", re.IGNORECASE)
    return any(whole.search(text) for group in texts for text in group)
