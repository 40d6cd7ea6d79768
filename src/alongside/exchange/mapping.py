"""A mapping says how an office's spreadsheet is read: sheets, headings, words. People edit it and give it back."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from alongside.facts.participants import SETTINGS
from alongside.facts.tables import TABLES, TOPICS

from .naming import plain

WORDS: dict[str, tuple[str, ...]] = {
    "plan": tuple(TABLES["coverage"].columns["plan"].words),
    "screen_kind": tuple(TABLES["functional_screen"].columns["kind"].words),
    "screen_result": tuple(TABLES["functional_screen"].columns["result"].words),
    "setting": tuple(SETTINGS),
    "discharge_kind": ("planned", "unplanned"),
    "yes_no": ("yes", "no"),
    "topic": tuple(TOPICS),
}


@dataclass(frozen=True)
class SheetMapping:
    """One kind of sheet: what it may be called, what its headings may be called, which headings are passed over."""

    kind: str
    names: tuple[str, ...]
    headings: dict[str, tuple[str, ...]]
    not_read: tuple[str, ...] = ()

    @cached_property
    def field_of(self) -> dict[str, str]:
        """The field of each heading, by plain spelling."""
        return {plain(h): name for name, known in self.headings.items() for h in known}

    @property
    def first_headings(self) -> dict[str, str]:
        """The first name of each field's heading: what a message calls it."""
        return {name: known[0] for name, known in self.headings.items() if known}


@dataclass(frozen=True)
class Mapping:
    """How a spreadsheet is read. `words` has, for each kind of word, the spellings of each."""

    name: str
    date_order: str
    header_within: int
    sheets: tuple[SheetMapping, ...]
    words: dict[str, dict[str, tuple[str, ...]]]
    _by_spelling: dict[str, dict[str, str]] = field(default_factory=dict, compare=False, repr=False)

    def spellings(self, what: str) -> dict[str, str]:
        """The word for each plain spelling of one kind of words; a word always spells itself."""
        if what not in self._by_spelling:
            known = {plain(w): w for w in WORDS[what]}
            known |= {plain(s): word for word, said in self.words.get(what, {}).items() for s in said}
            self._by_spelling[what] = known
        return self._by_spelling[what]

    def offered(self, what: str) -> dict[str, tuple[str, ...]]:
        """The spellings of each word, to offer where one is not known."""
        return self.words.get(what, {})

    def sheet_called(self, name: str) -> SheetMapping | None:
        """The kind of sheet that goes by this name."""
        return next((s for s in self.sheets if plain(name) in map(plain, s.names)), None)
