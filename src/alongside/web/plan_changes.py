"""What changed from one plan to the next, line by line: what is new, what was changed, what ended."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from alongside.facts.contract import LABELS
from alongside.law import said

COMPARED = {
    "kind": "service",
    "provider": "provider",
    "outcome": "outcome",
    "interventions": "what is done",
    "frequency": "how often",
    "starts_on": "from",
    "ends_on": "to",
}
Line = Any  # a plan line of the records, or one that is being written: both have these fields


@dataclass(frozen=True)
class Change:
    """One line. `parts` names what changed in it, with the words before and after."""

    what: str
    line: Line
    parts: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Changes:
    """Every line of either plan."""

    added: list[Change]
    changed: list[Change]
    ended: list[Change]
    kept: int

    @property
    def any(self) -> bool:
        """Whether there is a difference."""
        return bool(self.added or self.changed or self.ended)


def changes(before: Sequence[Line], after: Sequence[Line]) -> Changes:
    """Compare two plans. Lines that are the same are paired first, then those alike in ever fewer things."""
    left, fresh = list(before), list(after)
    changed, kept = [], 0
    for alike in _ALIKE:
        for new in list(fresh):
            old = next((old for old in left if alike(old, new)), None)
            if old is not None:
                left.remove(old)
                fresh.remove(new)
                parts = _parts(old, new)
                kept += not parts
                changed += [Change("changed", new, parts)] if parts else []
    return Changes([Change("added", one) for one in fresh], changed, [Change("ended", one) for one in left], kept)


def _parts(old: Line, new: Line) -> list[tuple[str, str, str]]:
    return [
        (word, _said(getattr(old, name)), _said(getattr(new, name)))
        for name, word in COMPARED.items()
        if _plain(getattr(old, name)) != _plain(getattr(new, name))
    ]


def _same(*names: str) -> Callable[[Line, Line], bool]:
    return lambda old, new: all(_plain(getattr(old, name)) == _plain(getattr(new, name)) for name in names)


_ALIKE = (
    _same(*COMPARED),
    _same("kind", "outcome"),
    _same("kind", "provider", "interventions"),
    _same("kind", "provider"),
)


def _plain(value: Any) -> Any:
    return (" ".join(value.split()) or None) if isinstance(value, str) else value


def _said(value: Any) -> str:
    return value.name if hasattr(value, "name") else said(value, LABELS)
