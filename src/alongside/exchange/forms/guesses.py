"""Which text a place of a blank form is probably for, by the words they share. A person looks it over."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .word import Place

LEAST = 0.5
LEFT_OUT = {"the", "of", "a", "and", "or", "in", "s", "own"}
SAME = {"dob": "born", "birth": "born", "date": "on", "ma": "medicaid", "number": "id", "recipient": "participant"}


def guessed(places: Iterable[Place], names: Iterable[str]) -> dict[str, str]:
    """Names of places to names of texts, where at least half of their words are the same; the first best is taken."""
    known = {name: _words(name) for name in names}
    found = {}
    for place in places:
        asked = _words(place.label)
        best = max(known, key=lambda name: _alike(asked, known[name]), default="")
        if best and _alike(asked, known[best]) >= LEAST:
            found[place.name] = best
    return found


def _words(text: str) -> frozenset[str]:
    words = re.findall(r"[a-z]+", text.lower())
    return frozenset(SAME.get(word, word) for word in words if word not in LEFT_OUT)


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0
