"""The shape of a pack's catalogue: its services and settings, what each is and is not, with the words that say so."""

from __future__ import annotations

from dataclasses import dataclass

from alongside.law import Citation


@dataclass(frozen=True)
class Topic:
    """One thing the source lists, in its words, with what it looks like in a day (ours)."""

    cite: Citation
    looks_like: str


@dataclass(frozen=True)
class Limit:
    """What a service does or does not do: our sentence, the words it rests on, and the rules that ask it."""

    sentence: str
    cite: Citation
    rules: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entry:
    """One service. `kind` is the word records use; `provider_kinds` are those listed for it; examples are ours."""

    kind: str
    name: str
    summary: str
    cite: Citation
    covers: tuple[Limit, ...]
    leaves_out: tuple[Limit, ...]
    topics_are: str
    topics: tuple[Topic, ...]
    suitable: tuple[str, ...]
    unsuitable: tuple[str, ...]
    provider_kinds: tuple[str, ...]
    principles: tuple[Limit, ...] = ()


@dataclass(frozen=True)
class Place:
    """One setting. `setting` is the word records use; `license` says what shows that it may be one."""

    setting: str
    name: str
    cite: Citation
    limit: str = ""
    license: str = ""
    license_cite: Citation | None = None
    rules: tuple[str, ...] = ()


@dataclass(frozen=True)
class Catalogue:
    """Services and settings of one program, in the order of its source."""

    services: tuple[Entry, ...]
    places: tuple[Place, ...]
    about_places: tuple[Limit, ...]

    @property
    def cites(self) -> tuple[Citation, ...]:
        """Every citation the catalogue rests on."""
        limits = [*self.about_places]
        found = []
        for entry in self.services:
            limits += [*entry.covers, *entry.leaves_out, *entry.principles]
            found += [entry.cite, *(topic.cite for topic in entry.topics)]
        for place in self.places:
            found += [place.cite, *([place.license_cite] if place.license_cite else [])]
        return (*found, *(limit.cite for limit in limits))
