"""Telling an altered entry from one that was moved."""

from __future__ import annotations

from dataclasses import dataclass

from .entries import leaf_of
from .findings import Kind, Report

COMPARED_AT_MOST = 300


@dataclass(frozen=True)
class Misplaced:
    """A place in the sealed order whose entry does not fit its leaf."""

    sequence: int
    entry: int
    hash: str
    leaf: str
    described: str


def explain(misplaced: list[Misplaced], report: Report) -> None:
    """Report each place: reordered where its entry, or its leaf, belongs to another of the places; else altered."""
    for place in misplaced:
        home = _home(place, misplaced)
        if home is not None:
            report.found(
                Kind.REORDERED,
                f"Entry {place.entry} ({place.described}) stands at number {place.sequence}; it was sealed at {home}.",
            )
        else:
            report.found(
                Kind.ALTERED,
                f"Entry {place.entry} ({place.described}), number {place.sequence}, is not what was sealed.",
            )


def _home(place: Misplaced, misplaced: list[Misplaced]) -> int | None:
    """The number this entry was sealed at, where one of the places shows it."""
    if len(misplaced) > COMPARED_AT_MOST:
        return None
    for other in misplaced:
        fitting = leaf_of(other.sequence, place.hash).hex()
        if other.sequence != place.sequence and fitting in (other.leaf, place.leaf):
            return other.sequence
    return None
